package id.karier.organisation;

import id.karier.kernel.Caller;
import id.karier.kernel.data.NodeLock;
import id.karier.kernel.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Moves units when their day has come in the time zone of their agency, on one node at a time. */
@ApplicationScoped
public class PlannedMoves {
    private static final Logger LOG = Logger.getLogger(PlannedMoves.class);

    /** Where a day of the country begins first. */
    private static final ZoneId EAST = ZoneId.of("Asia/Jayapura");

    /** Nobody ordered it today: the decree did. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final UnitService service;
    private final UnitTreeQueries tree;
    private final AgencyDirectory agencies;
    private final Transactions transactions;
    private final NodeLock node;
    private final Caller caller;
    private final Clock clock;

    PlannedMoves(
            UnitService service,
            UnitTreeQueries tree,
            AgencyDirectory agencies,
            Transactions transactions,
            NodeLock node,
            Caller caller,
            Clock clock) {
        this.service = service;
        this.tree = tree;
        this.agencies = agencies;
        this.transactions = transactions;
        this.node = node;
        this.caller = caller;
        this.clock = clock;
    }

    @Scheduled(
            identity = "unit-moves",
            every = "${karier.organisation.moves:10m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        node.runAlone("unit-moves", Duration.ofMinutes(10), this::apply);
    }

    private void apply() {
        var latest = LocalDate.now(clock.withZone(EAST));
        for (var agency : transactions.run(() -> tree.agenciesWithDue(latest))) {
            caller.actForJob(agency, NOBODY, "applyUnitMoves");
            try {
                int moved = transactions.run(() -> service.applyDueMoves(agencies.today(agency)));
                LOG.infof("%d units of %s moved or renamed", moved, agency);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "planned moves of %s wait for the next round", agency);
            }
        }
    }
}
