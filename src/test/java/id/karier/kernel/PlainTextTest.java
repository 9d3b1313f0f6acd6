package id.karier.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sari Widuri",
                "Andr\u00e9",
                "I Gusti Ngurah \ud83d\ude00",
                "\u0643\u0627\u0631\u064a\u0631",
                "a\u0301"
            })
    void letters_of_any_writing_are_plain(String text) {
        assertThat(PlainText.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\nb",
                "\u0085",
                "a\u200bb",
                "\u202eb",
                "\u2066",
                "\ufeff",
                "\u00ad",
                "\u2028",
                "\ud800",
                "x\udc00y",
                "\ud83d",
                "\ufffe",
                "\u3164"
            })
    void what_nobody_sees_and_what_is_half_a_character_is_not(String text) {
        assertThat(PlainText.isPlain(text)).isFalse();
    }

    @Test
    void a_text_is_composed_and_stripped() {
        assertThat(PlainText.tidy(" Andre\u0301\u00a0 ")).isEqualTo("Andr\u00e9");
        assertThat(PlainText.tidy("  Sari ")).isEqualTo("Sari");
    }

    @Test
    void what_another_system_sent_is_cleaned() {
        assertThat(PlainText.cleaned("\ufeffSari\t\u200bWiduri\r\n")).isEqualTo("Sari Widuri");
        assertThat(PlainText.cleaned("Sari\ud800")).isEqualTo("Sari");
        assertThat(PlainText.isWhole("Sari\ud83d\ude00\n")).isTrue();
        assertThat(PlainText.isWhole("Sari\ud83d")).isFalse();
        assertThat(PlainText.isWhole("\u0000")).isFalse();
    }

    @Test
    void a_character_is_not_cut_in_two() {
        assertThat(PlainText.shortened("abc\ud83d\ude00", 4)).isEqualTo("abc…");
        assertThat(PlainText.shortened("abc", 4)).isEqualTo("abc");
    }
}
