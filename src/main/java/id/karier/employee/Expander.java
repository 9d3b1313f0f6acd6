package id.karier.employee;

import id.karier.employee.EmployeeJson.Expanded;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.QueryWords;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings along with a person what a reader asks for, as far as the reader may see it. */
@ApplicationScoped
class Expander {
    private static final Map<String, Expansion> BY_NAME = new LinkedHashMap<>();

    static {
        for (var expansion : Expansion.values()) {
            BY_NAME.put(expansion.name(), expansion);
        }
    }

    private final EmployeeDirectory people;
    private final Map<Expansion, Function<EmployeeDirectory.Facts, Object>> readers = new EnumMap<>(Expansion.class);

    Expander(EmployeeDirectory people, EmployeeQueries employees, @All List<Expansion.Holder> holders) {
        this.people = people;
        readers.put(Expansion.unitPath, person -> employees.unitPath(person.unitId()));
        holders.forEach(holder -> readers.putAll(holder.readers()));
        var missing = EnumSet.allOf(Expansion.class);
        missing.removeAll(readers.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("nobody reads " + missing);
        }
    }

    /**
     * @param expand names with commas between them
     * @throws ProblemException 400 for a name that is not on the list
     */
    Set<Expansion> named(@Nullable String expand) {
        var wanted = EnumSet.noneOf(Expansion.class);
        for (var name : QueryWords.of("expand", expand)) {
            var expansion = BY_NAME.get(name);
            if (expansion == null) {
                var known = String.join(", ", BY_NAME.keySet());
                throw new ProblemException(
                        ErrorCode.INVALID_PARAMETER,
                        FieldError.in("employee", "expand", "EXPANSION_UNKNOWN", name, known));
            }
            wanted.add(expansion);
        }
        return wanted;
    }

    /** What of it the caller may see; nothing at all when nothing is wanted. */
    @Nullable
    Expanded read(Set<Expansion> wanted, EmployeeDirectory.Facts person) {
        if (wanted.isEmpty()) {
            return null;
        }
        var found = new EnumMap<Expansion, Object>(Expansion.class);
        readers.forEach((expansion, reader) -> {
            if (wanted.contains(expansion) && people.mayRead(expansion.resource(), person)) {
                found.put(expansion, reader.apply(person));
            }
        });
        return Expanded.of(found);
    }
}
