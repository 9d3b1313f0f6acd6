package id.karier.history.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The histories as whole registers, for whoever reads those of many people at once. A history that is new is in it by itself:
 * each is read from its own list, within the caller's reach and right to read it.
 */
@Published
@ApplicationScoped
public class HistoryRegisters {
    private final HistoryQueries queries;
    private final ObjectMapper json;

    HistoryRegisters(HistoryQueries queries, ObjectMapper json) {
        this.queries = queries;
        this.json = json;
    }

    /**
     * A history.
     *
     * @param name last word of its address
     * @param kind what its entries are, and who may read them
     * @param members of an entry as the contract names them, in its order
     */
    public record Register(String name, ObjectKind kind, List<String> members) {}

    /** An entry of somebody's, as its own address answers. */
    public record Line(UUID person, ObjectNode members) {}

    /** All of them, in the order of a career. */
    public List<Register> all() {
        return HistoryKinds.ALL.stream()
                .map(kind -> new Register(kind.path(), kind.object(), members(kind)))
                .toList();
    }

    private static List<String> members(HistoryKind<?, ?> kind) {
        var view = kind.view();
        var members = new ArrayList<String>();
        for (var part : view.getRecordComponents()) {
            if (view.equals(Entry.class) && part.getName().equals("facts")) {
                Arrays.stream(kind.facts().getRecordComponents()).forEach(fact -> members.add(fact.getName()));
            } else {
                members.add(part.getName());
            }
        }
        return members;
    }

    /**
     * The entries of some people that the caller may read, the oldest first.
     *
     * @param people not empty, and few enough for one statement
     */
    public List<Line> of(Register register, Collection<UUID> people) {
        var kind = HistoryKinds.ALL.stream()
                .filter(known -> known.path().equals(register.name()))
                .findFirst()
                .orElseThrow();
        return queries.ofPeople(kind, people).stream()
                .map(owned -> new Line(owned.person(), json.valueToTree(owned.entry())))
                .toList();
    }
}
