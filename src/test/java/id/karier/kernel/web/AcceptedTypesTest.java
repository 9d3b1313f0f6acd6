package id.karier.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                             | application/json",
                "*/*                                            | application/json",
                "*                                              | application/json",
                "application/*                                  | application/json",
                "APPLICATION/JSON                               | application/json",
                "application/json;charset=utf-8                 | application/json",
                "text/csv                                       | text/csv",
                "text/csv;q=0.5, application/json;q=0.4         | text/csv",
                "text/*;q=0.3, */*;q=0.2                        | text/csv",
                "text/csv, application/json                     | application/json",
                "application/json;q=0, */*                      | text/csv",
                "application/json;q=0, text/csv;q=0             | ",
                "*/*;q=0                                        | ",
                "text/html                                      | ",
                "application/json;q=2                           | ",
                "application/json;q=                            | ",
                "application/json;q=.                           | ",
                "*/json                                         | ",
                "a                                              | ",
                "foo, text/csv;q=0.001                          | text/csv",
            })
    void the_most_wanted_of_what_there_is_is_chosen(String asked, String chosen) {
        assertThat(AcceptedTypes.of(asked).best(List.of("application/json", "text/csv")))
                .isEqualTo(chosen);
    }
}
