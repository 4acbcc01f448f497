package health.consilium.notification.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Letters as HTML and as plain text. Whatever is filled into the HTML is escaped; there is no way not to. */
@Component
class Look {
    /** So that mail programs do not show the letter's first words after a short preheader. */
    private static final int FILLER = 60;

    private final Template html = template("letter.html.mustache", Mustache.compiler());
    private final Template text =
            template("letter.txt.mustache", Mustache.compiler().escapeHTML(false));

    String html(Letter letter) {
        return html.execute(content(letter));
    }

    String text(Letter letter) {
        return text.execute(content(letter));
    }

    private static Map<String, Object> content(Letter letter) {
        Map<String, Object> all = new HashMap<>();
        all.put("language", letter.language().toLanguageTag());
        all.put("dir", letter.rightToLeft() ? "rtl" : "ltr");
        all.put("start", letter.rightToLeft() ? "right" : "left");
        all.put("clinic", letter.clinic());
        all.put("preheader", letter.preheader());
        all.put("filler", Collections.nCopies(FILLER, ""));
        all.put("title", letter.title());
        all.put("greeting", letter.greeting());
        all.put("paragraphs", letter.paragraphs());
        all.put("facts", letter.facts());
        all.put("button", letter.button());
        all.put("link", letter.link());
        all.put("buttonHelp", letter.buttonHelp());
        all.put("linkOwn", letter.linkOwn());
        all.put("more", letter.more());
        all.put("footer", letter.footer());
        return all;
    }

    private static Template template(String name, Mustache.Compiler compiler) {
        try (InputStream file = Objects.requireNonNull(Look.class.getResourceAsStream("/mail/" + name));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
