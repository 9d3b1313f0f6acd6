package id.karier.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.access.EndpointAccess.Rule;
import id.karier.kernel.web.Register;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources that inherit a method are each guarded by their own rule, whichever is called first. */
class EndpointAccessTest {
    private final EndpointAccess endpoints = new EndpointAccess();

    abstract static class Base<T> {
        @GET
        public void list(T filter) {}

        @POST
        public void create(T facts) {}

        @DELETE
        @Access(value = Resource.AUDIT, action = Action.DECIDE)
        public void delete() {}

        @GET
        @Open
        @Operation(operationId = "getSchema")
        public void schema() {}
    }

    @Access(Resource.CAREER_HISTORY)
    @Register(object = "EmployeeRank", one = "pangkat", sort = "startsOn")
    static class Ranks extends Base<String> {}

    @Access(Resource.DISCIPLINE)
    @Register(object = "EmployeeDiscipline", one = "hukuman", sort = "startsOn")
    static class Disciplines extends Base<Integer> {}

    static class Forgotten extends Base<String> {}

    static class Heir extends Ranks {}

    @Test
    void each_subclass_has_its_own_rule() {
        assertThat(rule(Ranks.class, "list"))
                .isEqualTo(new Rule(Resource.CAREER_HISTORY, Action.READ, false, "listEmployeeRanks"));
        assertThat(rule(Disciplines.class, "list"))
                .isEqualTo(new Rule(Resource.DISCIPLINE, Action.READ, false, "listEmployeeDisciplines"));
        assertThat(rule(Ranks.class, "list").resource()).isEqualTo(Resource.CAREER_HISTORY);
    }

    @Test
    void whoever_is_called_first_lends_its_rule_to_nobody() {
        assertThat(rule(Disciplines.class, "create"))
                .isEqualTo(new Rule(Resource.DISCIPLINE, Action.WRITE, false, "createEmployeeDiscipline"));
        assertThat(rule(Ranks.class, "create"))
                .isEqualTo(new Rule(Resource.CAREER_HISTORY, Action.WRITE, false, "createEmployeeRank"));
    }

    @Test
    void what_the_method_says_goes_before_what_the_class_says() {
        assertThat(rule(Ranks.class, "delete"))
                .isEqualTo(new Rule(Resource.AUDIT, Action.DECIDE, false, "deleteEmployeeRank"));
        assertThat(rule(Ranks.class, "schema")).isEqualTo(new Rule(null, Action.READ, true, "getSchema"));
    }

    /** Also below a class that has a rule: it is not inherited. */
    @ParameterizedTest
    @CsvSource({"list", "create"})
    void a_resource_that_says_nothing_is_refused(String method) {
        assertThat(rule(Forgotten.class, method).resource()).isNull();
        assertThat(rule(Forgotten.class, method).open()).isFalse();
        assertThat(rule(Heir.class, method).resource()).isNull();
    }

    private Rule rule(Class<?> resource, String name) {
        Method method = Arrays.stream(resource.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return endpoints.of(resource, method);
    }
}
