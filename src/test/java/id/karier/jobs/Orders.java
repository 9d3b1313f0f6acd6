package id.karier.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.jobs.JobJson.JobView;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Reach;
import id.karier.kernel.data.Transactions;
import id.karier.testing.TestAgency;
import io.quarkus.arc.Arc;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Orders jobs past HTTP, in the name of anybody, and waits for them. */
final class Orders {
    private Orders() {}

    /** Does something as an identity with a reach, as within a request of theirs. */
    static <T> T as(Caller.Identity who, Reach reach, Supplier<T> work) {
        var request = Arc.container().requestContext();
        boolean mine = !request.isActive();
        if (mine) {
            request.activate();
        }
        try {
            bean(Caller.class).actAs(who, reach);
            return work.get();
        } finally {
            if (mine) {
                request.terminate();
            }
        }
    }

    static Caller.Identity somebody(TestAgency agency) {
        return new Caller.Identity(agency.account("orderer"), agency.code, null, Set.of(), Set.of());
    }

    static <S extends Record> UUID order(Caller.Identity who, Reach reach, JobKind<S, ?> kind, S settings) {
        return order(who, reach, new JobOrder<>(kind, settings, 0, null));
    }

    static <S extends Record> UUID order(Caller.Identity who, Reach reach, JobOrder<S> order) {
        return as(
                who,
                reach,
                () -> bean(Transactions.class)
                        .run(() -> bean(Jobs.class).order(order))
                        .id());
    }

    /** A job of {@link CountingHandler}. */
    static UUID count(TestAgency agency, JobKind<CountingHandler.Script, ?> kind, String script) {
        JobOrder.Input input = () -> new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8));
        return order(
                somebody(agency), Reach.AGENCY, new JobOrder<>(kind, new CountingHandler.Script("counted"), 0, input));
    }

    static JobView view(String agency, UUID job) {
        return bean(Jobs.class).watch(job, new Caller.Identity(job, agency, null, Set.of(), Set.of()));
    }

    static JobView ended(String agency, UUID job) {
        eventually(() -> view(agency, job).hasEnded());
        return view(agency, job);
    }

    static void eventually(BooleanSupplier happened) {
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
