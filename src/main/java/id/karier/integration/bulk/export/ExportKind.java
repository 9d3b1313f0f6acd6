package id.karier.integration.bulk.export;

import id.karier.employee.EmployeeJson.Summary;
import id.karier.kernel.access.ObjectKind;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A register that can be exported. */
interface ExportKind {
    /** As addresses name it. */
    String name();

    /** What its rows tell of, and so who may read them. */
    ObjectKind object();

    List<String> columns();

    /**
     * The rows of some people, of each at once.
     *
     * @param rows takes the cells in the order of the columns: a text, a day, a number, a truth, or null
     */
    void read(List<Summary> people, Consumer<List<@Nullable Object>> rows);
}
