package id.karier.demo;

import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
import id.karier.demo.population.Government;
import id.karier.demo.population.Population;
import id.karier.identity.Accounts;
import id.karier.kernel.Caller;
import id.karier.organisation.OrganisationObjects;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.JpmBody;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Loads the demo, all of it or nothing: one transaction, behind the lock of a row, so that two nodes that start at once
 * load it once, and a node that dies half-way leaves an empty database behind. The sign-ins are made just before that
 * transaction ends; when only they were left behind, the next load finds the same people under the same ids.
 */
@ApplicationScoped
class DemoService {
    private static final int PATIENCE_SECONDS = 1800;
    private static final UUID NATIONAL_ID = UUID.fromString("019a3bd4-1c00-7000-8000-00000000de30");

    private final DemoQueries queries;
    private final Accounts accounts;
    private final ChangeLog log;
    private final RuleSets ruleSets;
    private final Caller caller;

    DemoService(DemoQueries queries, Accounts accounts, ChangeLog log, RuleSets ruleSets, Caller caller) {
        this.queries = queries;
        this.accounts = accounts;
        this.log = log;
        this.ruleSets = ruleSets;
        this.caller = caller;
    }

    /** What became of a load. */
    enum Outcome {
        LOADED,
        /** The governments are there from an earlier load. */
        ALREADY_THERE,
        /** Somebody's own agencies are there: nothing was touched. */
        NOT_EMPTY
    }

    /** Loads the five governments into a database that has no agency yet. */
    Outcome load(int people) {
        return load(Government.ALL, people, true);
    }

    /** @param whenEmpty refuse when there is any other agency */
    @ActivateRequestContext
    Outcome load(List<Government> governments, int people, boolean whenEmpty) {
        return QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).call(() -> {
            caller.performs("loadDemo");
            queries.claim();
            var there = queries.agencies();
            if (there.containsAll(governments.stream().map(Government::code).toList())) {
                return Outcome.ALREADY_THERE;
            }
            if (whenEmpty && !there.isEmpty()) {
                return Outcome.NOT_EMPTY;
            }
            fill(governments, people, !there.contains(SignIns.NATIONAL));
            return Outcome.LOADED;
        });
    }

    private void fill(List<Government> governments, int people, boolean national) {
        var signIns = new SignIns();
        var notes = new ArrayList<Change>();
        if (national) {
            queries.insertAgency(SignIns.NATIONAL, NATIONAL_ID, "Pengawasan Nasional", "NATIONAL", "Asia/Jakarta");
            notes.add(note(SignIns.NATIONAL, NATIONAL_ID, "Data demo"));
        }
        var law =
                ruleSets.find(JpmBody.class, Selection.on(Population.REFERENCE)).orElseThrow();
        for (var government : governments) {
            var population = Population.of(government, Population.SEED, people, Population.REFERENCE);
            var results = new DemoResults(law);
            queries.write(population, person -> {
                signIns.add(person);
                results.add(person);
            });
            queries.write(results);
            signIns.add(government);
            notes.add(note(government.code(), population.agencyId(), "Data demo: " + people + " pegawai"));
        }
        log.note(notes);
        accounts.ensure(signIns.accounts(), signIns.clients(), SignIns.PASSWORD);
    }

    private static Change note(String agency, UUID id, String reason) {
        return new Change(agency, OrganisationObjects.AGENCY, id, null, Change.Action.LOADED, Map.of(), reason);
    }
}
