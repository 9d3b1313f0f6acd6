package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.organisation.reference.ReferenceList;
import id.karier.organisation.reference.ReferenceLists;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No app has to invent what an enumeration of the contract is called: each has its list at {@code /reference}. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LabelsTest {
    @Inject
    ReferenceLists lists;

    @Test
    void every_enumeration_of_the_contract_is_named_in_both_languages() {
        var named = lists.all().stream()
                .filter(list -> list.schema() != null)
                .collect(Collectors.toMap(list -> Objects.requireNonNull(list.schema()), Function.identity()));
        var schemas = Contract.document().path("components").path("schemas");
        var wrong = new ArrayList<String>();
        schemas.fields().forEachRemaining(schema -> {
            var values = new ArrayList<String>();
            schema.getValue().path("enum").forEach(value -> values.add(value.asText()));
            var list = named.get(schema.getKey());
            if (!values.isEmpty() && list == null) {
                wrong.add(schema.getKey() + " has no list: add one to reference/labels.json");
            } else if (list != null && !codes(list).containsAll(values)) {
                wrong.add(list.list() + " does not name all of " + values);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(named.keySet()).as("schemas that are gone").allMatch(schemas::has);
    }

    @Test
    void nothing_is_without_a_name_or_named_twice() {
        for (var list : lists.all()) {
            assertThat(list.name().id()).isNotBlank();
            assertThat(list.name().en()).isNotBlank();
            assertThat(list.items())
                    .isNotEmpty()
                    .allMatch(item ->
                            !item.name().id().isBlank() && !item.name().en().isBlank());
            assertThat(list.items().stream().map(item -> item.code() + item.group()))
                    .doesNotHaveDuplicates();
        }
    }

    private static java.util.List<String> codes(ReferenceList list) {
        return list.items().stream().map(ReferenceList.Item::code).toList();
    }
}
