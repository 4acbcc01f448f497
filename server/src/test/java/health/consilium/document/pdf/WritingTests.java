package health.consilium.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.document.Letter;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WritingTests {
    @Test
    @DisplayName(
            "A12: beh, alef, beh are drawn from the right in initial, final and single shape, numbers keep their order")
    void shapes() {
        Writing writing = new Writing(Locale.forLanguageTag("ar"));
        assertThat(writing.visual("باب " + Letter.typed("500 mg"))).isEqualTo("500 mg \uFE8F\uFE8E\uFE91");
    }

    @Test
    @DisplayName("A12: an Arabic name in an English line stands where it was typed, with brackets turned")
    void mixed() {
        Writing writing = new Writing(Locale.ENGLISH);
        assertThat(writing.visual("for (باب) today")).isEqualTo("for (\uFE8F\uFE8E\uFE91) today");
    }
}
