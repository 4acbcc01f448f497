package health.consilium.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.identity.SecondFactorChanged;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.kernel.PublicAddress;
import health.consilium.notification.MailProperties;
import health.consilium.notification.MailProperties.Security;
import health.consilium.notification.outbox.Channel;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.State;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentStatus;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A3: whole mails, written and read again. */
class MailTests {
    private static final Instant START = Instant.parse("2030-07-08T12:30:00Z");
    private static final String LINK = "https://video.clinic.example/l#a-token";
    private static final String REASON = "Palpitations-after-climbing";
    private static final String SPECIALTY = "Oncology-ward";
    private static final PublicAddress ADDRESS = new PublicAddress(URI.create("https://video.clinic.example"));
    private static final UserId PATIENT = new UserId(UUID.randomUUID());
    private static final UserId DOCTOR = new UserId(UUID.randomUUID());

    private String clinicName = "Practice at the Park";
    private String patientName = "Maria Rossi";
    private String doctorName = "Dr Anna Weber";
    private String zone = "Europe/Berlin";
    private PaymentStatus paid = PaymentStatus.PAID;

    private Story story(Kind kind, String locale, boolean forPatient) {
        Appointment appointment = new Appointment(
                new AppointmentId(UUID.randomUUID()),
                PATIENT,
                DOCTOR,
                START,
                START.plus(Duration.ofMinutes(30)),
                REASON,
                AppointmentStatus.BOOKED);
        UserView patient =
                new UserView(PATIENT, Role.PATIENT, patientName, "maria@demo.example", "", ZoneId.of(zone), locale);
        UserView doctor = new UserView(
                DOCTOR, Role.DOCTOR, doctorName, "weber@demo.example", SPECIALTY, ZoneId.of("Europe/Berlin"), locale);
        UserView reader = forPatient ? patient : doctor;
        return new Story(
                message(kind, appointment, reader.id()), appointment, reader, doctor, new Payment(paid, 4500, "EUR"));
    }

    private static Message message(Kind kind, Appointment appointment, UserId reader) {
        return new Message(
                UUID.randomUUID(),
                kind,
                appointment.id(),
                appointment.id().value(),
                0,
                reader,
                Channel.MAIL,
                kind == Kind.RESCHEDULED ? Details.before(START.minus(Duration.ofDays(1))) : "",
                State.SENDING,
                1,
                0,
                START,
                START,
                null,
                START,
                null,
                null);
    }

    private MimeMessage written(Story story) {
        Imprint clinic = new Imprint(clinicName, "+49 30 1234567", "help@clinic.example", null);
        MailMaker maker = new MailMaker(
                new Look(),
                clinic,
                new MailProperties(null, 25, Security.STARTTLS, null, null, null, Duration.ofSeconds(1), null),
                ADDRESS);
        Letter letter = new LetterWriter(clinic, ADDRESS).write(story, false, LINK);
        try {
            return maker.make(story.message(), story.reader().email(), letter, null, List.of(), START);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private Opened read(Kind kind, String locale) {
        return read(written(story(kind, locale, true)));
    }

    private static Opened read(MimeMessage mail) {
        return Opened.of(bytes(mail));
    }

    private static byte[] bytes(MimeMessage mail) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            mail.writeTo(all);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
        return all.toByteArray();
    }

    private static String head(MimeMessage mail) {
        return new String(bytes(mail), StandardCharsets.UTF_8).split("\r\n\r\n", 2)[0];
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.MATCH_NONE, names = "(ACCOUNT|PASSWORD|SECOND_FACTOR).*")
    @DisplayName("A3: every kind in every language has both parts with the same content, and nothing about health")
    void everyKindInEveryLanguage(Kind kind) {
        for (String language : Words.LANGUAGES) {
            Opened mail = read(kind, language);
            assertThat(mail.subject()).contains(clinicName).doesNotContain("{");
            assertThat(mail.html()).contains("dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\"");
            assertThat(mail.html()).doesNotContainPattern("\\{[a-z]+}").contains("https://video.clinic.example/");
            Letter letter = letter(story(kind, language, true));
            for (String said : letter.paragraphs()) {
                assertThat(mail.text()).contains(said);
                assertThat(mail.html()).contains(said.replace("&", "&amp;").replace("'", "&#39;"));
            }
            for (String part : List.of(mail.subject(), mail.html(), mail.text())) {
                assertThat(part).doesNotContain(REASON).doesNotContain(SPECIALTY);
            }
            assertThat(letter.subject() + letter.preheader())
                    .doesNotContain(patientName)
                    .doesNotContain(doctorName);
        }
    }

    @Test
    @DisplayName(
            "U1: the invitation leads to what a video consultation is, by an address that is nobody's own; no other mail does")
    void aboutVideo() {
        String page = "https://video.clinic.example/about-video";
        for (String language : Words.LANGUAGES) {
            Opened mail = read(Kind.INVITATION, language);
            assertThat(mail.html()).contains("href=\"" + page + "\"");
            assertThat(mail.text()).contains(page);
        }
        assertThat(read(Kind.RECEIPT, "en").text()).doesNotContain(page);
        assertThat(letter(story(Kind.INVITATION, "en", false)).more()).isEmpty();
    }

    private Letter letter(Story story) {
        Imprint clinic = new Imprint(clinicName, "+49 30 1234567", "help@clinic.example", null);
        return new LetterWriter(clinic, ADDRESS).write(story, false, LINK);
    }

    @Test
    @DisplayName(
            "U2: whoever lives in the clinic's zone reads the time; whoever does not reads the zone's name and the doctor's time")
    void zones() {
        Opened here = read(Kind.INVITATION, "en");
        assertThat(here.text())
                .contains("Monday, July 8, 2030, 2:30\u00a0PM to 3:00\u00a0PM")
                .doesNotContain("Central European");
        zone = "America/New_York";
        Opened away = read(Kind.INVITATION, "de");
        assertThat(away.text())
                .contains("Montag, 8. Juli 2030, 08:30 bis 09:00 Uhr (Nordamerikanische Ostküsten-Sommerzeit)")
                .contains("14:30 (Mitteleuropäische Sommerzeit)");
    }

    @Test
    @DisplayName("header injection: a name with line feeds stays one line and adds neither header nor recipient")
    void headerInjection() throws MessagingException {
        clinicName = "Park\r\nBcc: thief@evil.example\r\n\r\nHello";
        doctorName = "Dr\nX-Evil: yes\u2028";
        patientName = "Maria\r\nTo: thief@evil.example";
        for (Kind kind : List.of(Kind.INVITATION, Kind.DOCTOR_NO_SHOW, Kind.RECEIPT, Kind.LINK_ASKED)) {
            MimeMessage mail = written(story(kind, "en", true));
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(head(mail)).doesNotContain("\nBcc:").doesNotContain("\nX-Evil:");
            assertThat(head(mail).lines().filter(line -> line.startsWith("To:")))
                    .hasSize(1);
            assertThat(mail.getSubject()).doesNotContain("\n").doesNotContain("\r");
        }
    }

    @Test
    @DisplayName("what people typed is text in the HTML, never markup")
    void escaped() {
        patientName = "<img src=x onerror=alert(1)>";
        doctorName = "\"><script>alert(1)</script>";
        Opened mail = read(Kind.DOCTOR_NO_SHOW, "en");
        assertThat(mail.html()).doesNotContain("<img").doesNotContain("<script");
        assertThat(mail.text()).contains("<img src=x onerror=alert(1)>");
    }

    @Test
    @DisplayName("mails say that a program wrote them, have the clinic's name and one stable id for each round")
    void headers() throws MessagingException {
        Story story = story(Kind.INVITATION, "de", true);
        MimeMessage mail = written(story);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Practice at the Park <help@clinic.example>");
        assertThat(mail.getMessageID()).isEqualTo(written(story).getMessageID()).contains("video.clinic.example");
    }

    @Test
    @DisplayName(
            "L11: who waited in vain reads that the money comes back; who never came that it does not; who never paid that nothing is owed")
    void money() {
        assertThat(read(Kind.DOCTOR_NO_SHOW, "en").text())
                .contains("You get all of it back")
                .contains("€45.00");
        assertThat(read(Kind.PATIENT_NO_SHOW, "de").text())
                .contains("wird nicht erstattet")
                .contains("45,00");
        paid = PaymentStatus.REFUND_DUE;
        assertThat(read(Kind.CANCELLED, "fr").text()).contains("remboursé en totalité");
        paid = PaymentStatus.UNPAID;
        assertThat(read(Kind.CANCELLED, "es").text()).contains("No tiene que pagar nada");
    }

    private static final List<Kind> OF_ACCOUNT =
            List.of(Kind.ACCOUNT_INVITED, Kind.PASSWORD_RESET, Kind.PASSWORD_CHANGED);

    private Letter aboutAccount(Kind kind, String language, String detail) {
        Imprint imprint = new Imprint(clinicName, "+49 30 1234567", "help@clinic.example", null);
        Story story = story(kind, language, true);
        Message message = new Message(
                UUID.randomUUID(),
                kind,
                story.appointment().id(),
                UUID.randomUUID(),
                0,
                PATIENT,
                Channel.MAIL,
                detail,
                State.SENDING,
                1,
                0,
                START,
                START,
                null,
                START,
                null,
                null);
        return new AccountLetters(imprint, new LetterWriter(imprint, ADDRESS)).write(message, story.reader(), LINK);
    }

    @Test
    @DisplayName("A6: mails about an account, in every language: nothing of appointments, one link")
    void account() {
        for (Kind kind : OF_ACCOUNT) {
            for (String language : Words.LANGUAGES) {
                Letter letter = aboutAccount(kind, language, "");
                assertThat(letter.facts()).hasSize(kind == Kind.PASSWORD_CHANGED ? 1 : 0);
                assertThat(new Look().text(letter)).contains(LINK).doesNotContain(doctorName);
                assertThat(letter.subject() + letter.paragraphs()).doesNotContainPattern("\\{[a-z]+}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S7: what was done to a second step is said in every language, with its time by the reader's clock")
    void secondFactor(SecondFactorChanged.What what) {
        zone = "America/New_York";
        for (String language : Words.LANGUAGES) {
            Letter letter = aboutAccount(Kind.SECOND_FACTOR_CHANGED, language, Details.factor(what));
            assertThat(letter.paragraphs().getFirst())
                    .contains(Words.in(language)
                            .say(
                                    "factor." + what,
                                    Map.of("clinic", Words.in(language).isolated(clinicName))));
            assertThat(letter.paragraphs()).hasSize(3);
            assertThat(letter.facts().getFirst().value()).contains("30").doesNotContain("12:30");
            for (String part : List.of(new Look().text(letter), new Look().html(letter))) {
                assertThat(part).contains("+49 30 1234567").doesNotContain(doctorName);
            }
        }
        assertThat(aboutAccount(Kind.SECOND_FACTOR_CHANGED, "en", Details.factor(what))
                        .facts()
                        .getFirst()
                        .value()
                        .replace('\u00a0', ' '))
                .isEqualTo("Monday, July 8, 2030, 8:30 AM (Eastern Daylight Time)");
    }

    @Test
    @DisplayName("a mail to a doctor names no patient")
    void doctorsMail() {
        for (Kind kind : Kind.values()) {
            if (Words.in("en").has("doctor." + kind)) {
                Opened mail = read(written(story(kind, "en", false)));
                assertThat(mail.html() + mail.text() + mail.subject()).doesNotContain("Rossi");
            }
        }
    }

    @Test
    @DisplayName("A12: in Arabic, names of another script stay together and cannot turn a sentence around")
    void isolated() {
        doctorName = "Dr \u202eeslaF";
        assertThat(read(Kind.DOCTOR_WAITING, "ar").text())
                .contains("\u2068Dr  eslaF\u2069")
                .doesNotContain("\u202e");
        assertThat(read(Kind.DOCTOR_WAITING, "en").text()).doesNotContain("\u2068");
    }

    @Test
    @DisplayName("a moved appointment's mail says the time until then")
    void moved() {
        assertThat(read(Kind.RESCHEDULED, "en").text()).contains("Until now: Sunday, July 7, 2030");
    }
}
