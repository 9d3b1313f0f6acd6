package id.karier.employee;

import id.karier.kernel.Published;
import java.util.Map;
import java.util.function.Function;

/** Implemented by the slices above that hold something to expand a person with: this one must not import them. */
@Published
public interface EmployeeExpansions {
    /** Each reads what its address below the person answers without parameters; whether the caller may is settled. */
    Map<Expansion, Function<EmployeeDirectory.Facts, Object>> readers();
}
