package health.consilium.notification.mail;

import java.util.List;
import java.util.Locale;

/**
 * What a mail says, whatever it looks like.
 *
 * @param preheader what mail programs show beside the subject
 * @param facts such as when and with whom
 */
record Letter(
        Locale language,
        boolean rightToLeft,
        String clinic,
        String subject,
        String preheader,
        String title,
        String greeting,
        List<String> paragraphs,
        List<Fact> facts,
        String button,
        String link,
        String buttonHelp,
        String linkOwn,
        List<More> more,
        List<String> footer) {
    record Fact(String name, String value) {}

    /** A page to read beside; its address is the same for everybody. */
    record More(String title, String page) {}
}
