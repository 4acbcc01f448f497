package health.consilium.conferencing.jaas;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A film begins as one (ISO/IEC 14496-12, 4.3): a page that says "gone" or "sign in" is not kept for one. */
final class Mp4 {
    private static final int BEGINNING = 12;

    private Mp4() {}

    static InputStream checked(InputStream film) throws IOException {
        byte[] beginning = film.readNBytes(BEGINNING);
        boolean isOne = beginning.length == BEGINNING
                && new String(beginning, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
        if (!isOne) {
            throw new IOException("what came is no film");
        }
        return new SequenceInputStream(new ByteArrayInputStream(beginning), film);
    }
}
