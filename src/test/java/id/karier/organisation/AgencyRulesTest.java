package id.karier.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyRulesTest {
    @ParameterizedTest
    @CsvSource({
        "Pemerintah Provinsi Lampung, PROVINCE",
        "PEMERINTAH KABUPATEN WAY KANAN, REGENCY",
        "Pemerintah Kota Bandung, CITY",
        "Pemerintah Kabupaten Kota Baru, REGENCY",
        "Kementerian Dalam Negeri, MINISTRY"
    })
    void a_name_tells_the_kind_by_its_first_telling_word(String name, String kind) {
        assertThat(AgencyRules.kindOf(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pemerintah Daerah Kotabaru", "Badan Kepegawaian Negara", ""})
    void other_names_tell_none(String name) {
        assertThat(AgencyRules.kindOf(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"w", "Lampung", "1-lampung", "way kanan", "*", "-", "lampung-lampung-lampung"})
    void such_a_word_is_no_code(String word) {
        assertThat(AgencyRules.isCode(word)).isFalse();
    }
}
