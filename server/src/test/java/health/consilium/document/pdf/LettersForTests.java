package health.consilium.document.pdf;

import health.consilium.document.Letterhead;
import health.consilium.document.Letters;
import java.time.Clock;

/** The real thing, without Spring. */
public final class LettersForTests {
    private LettersForTests() {}

    public static Letters of(Letterhead head) {
        return new PdfLetters(head, Clock.systemUTC());
    }
}
