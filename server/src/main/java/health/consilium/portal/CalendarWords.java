package health.consilium.portal;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** What stands in somebody's calendar, in their language. */
record CalendarWords(String with, String how, String online) {
    private static final CalendarWords ENGLISH = new CalendarWords(
            "Video consultation with %s",
            "Open this page ten minutes before. You can test your camera and microphone there at any time.\n%s",
            "Online");
    private static final Map<String, CalendarWords> WORDS = Map.of(
            "en", ENGLISH,
            "de",
                    new CalendarWords(
                            "Videosprechstunde mit %s",
                            "Öffnen Sie zehn Minuten vorher diese Seite. Kamera und Mikrofon können Sie dort jederzeit testen.\n%s",
                            "Online"),
            "fr",
                    new CalendarWords(
                            "Téléconsultation avec %s",
                            "Ouvrez cette page dix minutes avant. Vous pouvez y tester votre caméra et votre micro à tout moment.\n%s",
                            "En ligne"),
            "es",
                    new CalendarWords(
                            "Videoconsulta con %s",
                            "Abra esta página diez minutos antes. Allí puede probar la cámara y el micrófono cuando quiera.\n%s",
                            "En línea"),
            "ar",
                    new CalendarWords(
                            "استشارة بالفيديو مع %s",
                            "افتح هذه الصفحة قبل الموعد بعشر دقائق. يمكنك تجربة الكاميرا والميكروفون فيها في أي وقت.\n%s",
                            "عبر الإنترنت"));

    static CalendarWords in(String locale) {
        String language = locale.length() < 2 ? "en" : locale.substring(0, 2);
        return Objects.requireNonNullElse(WORDS.get(language), ENGLISH);
    }

    String summary(String other) {
        return with.formatted(other);
    }

    String description(URI page) {
        return how.formatted(page);
    }
}
