package id.karier.integration.feed;

import id.karier.kernel.Caller;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members that another resource guards than that of their kind: the reason of a standing is told with the penalties. */
@ApplicationScoped
class MemberGuards {
    private final ObjectRegistry kinds;
    private final ObjectReach reach;
    private final Caller caller;

    MemberGuards(ObjectRegistry kinds, ObjectReach reach, Caller caller) {
        this.kinds = kinds;
        this.reach = reach;
        this.caller = caller;
    }

    /** Whether a member of what is about a person may be told. */
    boolean isTold(ObjectKind kind, String member, @Nullable UUID about) {
        var guard = kind.guardOf(member);
        return guard == null || reach.holds(reach(guard), about, List.of());
    }

    private Reach reach(Resource guard) {
        return ObjectReach.least(caller.reach(), AccessTable.reach(caller.identity(), guard, Action.READ));
    }

    /** What decides which of them are told; empty for who is told all that she reads. */
    String mark() {
        return kinds.all().stream()
                .flatMap(kind -> kind.guards().stream())
                .distinct()
                .filter(guard -> reach(guard) != caller.reach())
                .map(guard -> guard + ":" + reach(guard))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
