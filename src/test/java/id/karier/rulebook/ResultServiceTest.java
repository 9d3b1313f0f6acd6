package id.karier.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1, 'b': ['x', {'c': null}]} | {'a': 1, 'b': ['x', {'c': null}]} | true",
                "{'a': 1} | {'a': 2} | false",
                "{'a': 1} | {'a': '1'} | false",
                "{'a': 1} | {} | false",
                "{'a': 1} | {'a': 1, 'later': 2} | true",
                "{} | {'a': null} | true",
                "{'a': null} | {} | true",
                "{'a': null} | {'a': 1} | false",
                "{'a': [1, 2]} | {'a': [1]} | false",
                "{'a': [1]} | {'a': [1, 2]} | false",
                "{'a': [{'b': 1}]} | {'a': [{'b': 1, 'later': 2}]} | true",
                "{'a': [{'b': 1}]} | {'a': [{'b': 2}]} | false",
                "{'a': [1]} | {'a': 1} | false",
                "{'a': {'b': 1}} | {'a': 1} | false",
            })
    void an_answer_is_repeated_when_all_that_was_said_is_said_again(String before, String again, boolean repeated)
            throws JsonProcessingException {
        var kept = JSON.readTree(before.replace('\'', '"'));
        var now = JSON.readTree(again.replace('\'', '"'));
        assertThat(ResultService.repeats(kept, now)).isEqualTo(repeated);
    }
}
