package health.consilium.portal;

import java.text.Normalizer;
import java.util.Locale;

/** Names as people look for them: without regard to accents and capitals. */
final class Names {
    private Names() {}

    static boolean fits(String name, String wanted) {
        return plain(name).contains(plain(wanted));
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
