package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpServer;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Api;
import health.consilium.e2e.server.Someone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What opens beside or above a page: looked at by axe, left by the keyboard, and whether it does what it says. */
@Pages
class DialogTests {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Map<String, Object> NO_NEEDS =
            Map.of("captions", false, "companion", false, "screenReader", false);

    @RegisterExtension
    static final Clinic clinic = Clinic.with(Map.of("consilium.webhook.rehearsal", "localhost"));

    private final Opened opened = new Opened();

    @AfterEach
    void nothingWasFound() {
        opened.hadNoFindings();
    }

    @Test
    @DisplayName(
            "U7, U9, A4, A5, A7, U27: in a call and after it: emergency, identity, the clinic's word, a prescription corrected"
                    + " and withdrawn, few stars, what was agreed, and meeting again")
    void aroundTheCall() {
        new AroundTheCall(clinic, opened).isWalked();
    }

    @Test
    @DisplayName("A1: a doctor publishes hours; two that overlap are refused in words; a day off is nobody's to book")
    void hours() {
        Person doctor = clinic.comes(OKAFOR, windowIn("America/New_York"))
                .signsIn()
                .goesTo("/availability")
                .isShown("save-hours");
        // U2: on a journey, too, the hours are those of the clinic.
        assertThat(doctor.page().locator("main").innerText()).contains("Berlin");
        assertThat(availability().path("zone").asString()).isEqualTo("Europe/Berlin");
        opened.looksAt(doctor.page());
        Locator monday = doctor.byId("day-1");
        monday.locator("input").nth(2).fill("11:00");
        doctor.presses("save-hours").isShown("hours-refused");
        opened.looksAt(doctor.page());
        monday.locator("input").nth(2).fill("16:00");
        // Not the first of its kind: nothing but this may be what is kept.
        doctor.page().locator("input[type=number]").first().fill("25");
        doctor.byId("save-hours").press("Enter");
        doctor.seesThat("[role=status]:has-text('Saved')");
        assertThat(availability().path("slotMinutes").asInt()).isEqualTo(25);

        String dayOff = DateTimeFormatter.ISO_LOCAL_DATE.format(
                clinic.clock().now().plus(Duration.ofDays(3)).atZone(ZoneId.of("Europe/Berlin")));
        doctor.page().locator("input[type=date]").first().fill(dayOff);
        doctor.byId("add-exception").press("Enter");
        doctor.page().getByTestId("exceptions").locator("li").first().waitFor();
        assertThat(freeTimes(OKAFOR, dayOff)).isEmpty();
        doctor.page().getByTestId("exceptions").locator("button").first().press("Enter");
        gone(doctor.page().getByTestId("exceptions").locator("li"));
        assertThat(freeTimes(OKAFOR, dayOff)).isNotEmpty();
    }

    @Test
    @DisplayName(
            "A1, U2: a patient in another zone than the clinic moves an appointment: each time as on their own clock, with the doctor's beside it")
    void movedFromElsewhere() {
        UUID appointment = inDays(3, LINDQVIST, WEBER);
        ZoneId here = ZoneId.of("America/New_York");
        Person patient = clinic.comes(LINDQVIST, windowIn(here.getId()))
                .signsIn()
                .presses("move-" + appointment)
                .seesThat("[data-testid=slot]");
        opened.looksAt(patient.page());
        for (Locator slot : patient.byId("slot").all()) {
            Instant start = Instant.parse(slot.locator("time").getAttribute("datetime"));
            assertThat(slot.innerText())
                    .contains(clockIn(here, start), clockIn(ZoneId.of("Europe/Berlin"), start), "Berlin");
        }
        Locator chosen = patient.byId("slot").last();
        Instant start = Instant.parse(chosen.locator("time").getAttribute("datetime"));
        chosen.press("Enter");
        patient.isShown("move");
        opened.looksAt(patient.page());
        patient.byId("move").press("Enter");
        String card = "[data-testid=appointment-" + appointment + "]";
        patient.seesThat(card + " time[datetime='" + start + "']:has-text('" + clockIn(here, start) + "')")
                .seesThat(card + " >> text=" + clockIn(ZoneId.of("Europe/Berlin"), start));
        assertThat(as(LINDQVIST, "/api/v1/appointments/" + appointment)
                        .path("start")
                        .asString())
                .isEqualTo(start.toString());
    }

    @Test
    @DisplayName("A10: a new receiver of webhooks, its secret once, and the test button: what was sent arrives signed")
    void webhooks() throws IOException, InterruptedException {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            arrived.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            Person desk = signedIn(DESK).goesTo("/clinic/webhooks");
            opened.leaves(desk.page(), "webhook-new", "webhook-url");
            desk.byId("webhook-new").press("Enter");
            desk.byId("webhook-url")
                    .fill("http://localhost:" + receiver.getAddress().getPort() + "/consilium");
            desk.byId("webhook-save").press("Enter");
            desk.isShown("webhook-secret");
            opened.looksAt(desk.page());
            desk.page().keyboard().press("Escape");
            assertThat(desk.byId("webhook-secret").innerText())
                    .as("is shown once, so no key takes it away")
                    .startsWith("whsec_");
            desk.byId("secret-saved").press("Enter");
            desk.byId("webhook-test").press("Enter");
            assertThat(arrived.poll(20, TimeUnit.SECONDS)).startsWith("v1,");
            desk.seesThat("[data-testid=delivery][data-outcome=DELIVERED]");
            opened.looksAt(desk.page());
            opened.leaves(desk.page(), "webhook-rotate", "webhook-sure");
            desk.byId("webhook-delete").press("Enter");
            desk.byId("webhook-sure").press("Enter");
            desk.isShown("webhooks-none");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    @DisplayName(
            "A2: the desk marks as paid and, after a cancellation, as given back by hand; both stand in the history")
    void money() {
        UUID appointment = clinic.database()
                .appointment(HADDAD, OKAFOR, clinic.clock().now().plus(Duration.ofDays(4)), HALF_AN_HOUR);
        Person desk = signedIn(DESK).goesTo("/clinic/payments");
        desk.byId("payments-show").selectOption("UNPAID");
        saysWhy(desk, "mark-paid-" + appointment, "Paid at the counter, slip 4711");
        clinic.api()
                .as(DESK)
                .post("/api/v1/appointments/" + appointment + "/cancel", Map.of("reason", "Doctor is ill"));
        Await.until(
                "the refund is due",
                Duration.ofSeconds(15),
                () -> paymentOf(appointment).equals("REFUND_DUE"));
        desk.reloads();
        saysWhy(desk, "mark-refunded-" + appointment, "Given back in cash, slip 4712");
        assertThat(paymentOf(appointment)).isEqualTo("REFUNDED");
        desk.byId("payments-show").selectOption("ALL");
        opened.leaves(desk.page(), "history-" + appointment, "payment-history");
        desk.presses("history-" + appointment).isShown("payment-history");
        assertThat(desk.byId("payment-history").innerText()).contains("slip 4711", "slip 4712");
    }

    private void saysWhy(Person desk, String button, String why) {
        opened.leaves(desk.page(), button, "payment-reason");
        desk.byId(button).press("Enter");
        desk.byId("payment-reason").fill(why);
        desk.byId("payment-reason-save").press("Enter");
        gone(desk.byId(button));
    }

    @Test
    @DisplayName("A6, S7: an authenticator app is set up, asked for at the next sign-in, and taken away")
    void authenticator() {
        Person patient = signedIn(LINDQVIST).goesTo("/account").isShown("factor-next");
        Locator form = patient.page().locator("form:has([data-testid=factor-next])");
        form.locator("input[type=password]").fill(Someone.PASSWORD);
        patient.byId("factor-next").press("Enter");
        String secret = patient.page()
                .locator("form:has([data-testid=confirm-app]) code")
                .innerText()
                .replace(" ", "");
        opened.looksAt(patient.page());
        patient.byId("factor-code").fill(Totp.of(secret, clinic.clock().now()));
        patient.byId("confirm-app").press("Enter");
        patient.isShown("recovery-codes");
        opened.looksAt(patient.page());
        List<String> spare = patient.byId("recovery-codes").locator("li").allInnerTexts();
        assertThat(spare).hasSize(10).doesNotHaveDuplicates();
        patient.byId("codes-kept").press("Enter");

        patient.presses("sign-out");
        patient.byId("login-email").fill(LINDQVIST.email());
        patient.byId("login-password").fill(Someone.PASSWORD);
        patient.presses("login-submit").isShown("answer-code");
        patient.byId("factor-code").fill(spare.getFirst());
        patient.byId("answer-code").press("Enter");
        patient.isShown("sign-out").goesTo("/account").isShown("factor-next");
        form.locator("input[type=password]").fill(Someone.PASSWORD);
        patient.byId("factor-code").fill(spare.getLast());
        patient.byId("factor-next").press("Enter");
        gone(patient.byId("factor-code"));
    }

    @Test
    @DisplayName("A3: the HTML of mails has no serious finding and fits on a phone, in each language")
    void mails() {
        for (String language : List.of("de", "fr", "es", "ar", "en")) {
            clinic.database().update("update identity_account set locale = ? where id = ?", language, ROSSI.id());
            booksPaysAndCancels();
        }
        Page page = clinic.comes(ROSSI, new Browser.NewContextOptions().setViewportSize(360, 740))
                .page();
        List<String> seen = new ArrayList<>();
        for (JsonNode kept : clinic.api().get("/api/v1/demo/mailbox").data()) {
            String subject = kept.path("subject").asString();
            if (kept.path("to").asString().contains(ROSSI.email()) && !seen.contains(subject)) {
                seen.add(subject);
                page.setContent(htmlOf(page, kept.path("id").asString()));
                opened.looksAt(page, subject);
            }
        }
        assertThat(seen)
                .as("invitation, receipt and cancellation in five languages")
                .hasSizeGreaterThan(14);
    }

    @Test
    @DisplayName(
            "A6: whoever has agreed before and said where they are confirms it with one press: three from the mail on")
    void comesBack() {
        clinic.database().appointment(ROSSI, WEBER, clinic.clock().now().minus(Duration.ofDays(8)), HALF_AN_HOUR);
        String before = Mailbox.linkNow(clinic);
        Instant soon = clinic.clock().now().plus(Duration.ofMinutes(90));
        Instant start = Instant.parse(as(ROSSI, slots(OKAFOR, soon, Duration.ofDays(2)))
                .path("slots")
                .path(0)
                .path("start")
                .asString());
        booksAndPays(OKAFOR, start.toString());
        String link = Mailbox.linkAfter(clinic, before);
        clinic.clock().moveTo(start.minus(Duration.ofMinutes(1)));
        Person patient = clinic.comes(ROSSI, new Browser.NewContextOptions().setViewportSize(390, 844));
        Taps taps = Taps.of(patient).byTheLink(link, "12", "3", "1984");
        patient.presses("devices-done")
                .isShown("still-there")
                .presses("still-yes")
                .isInTheWaitingRoom();
        assertThat(taps.count()).isEqualTo(3);
    }

    private static String slots(Someone doctor, Instant from, Duration length) {
        return "/api/v1/doctors/" + doctor.id() + "/slots?from=" + from + "&to=" + from.plus(length);
    }

    private static void booksPaysAndCancels() {
        String day = DateTimeFormatter.ISO_LOCAL_DATE.format(
                clinic.clock().now().plus(Duration.ofDays(6)).atZone(ZoneId.of("UTC")));
        String booked = booksAndPays(WEBER, freeTimes(WEBER, day).getFirst());
        clinic.api().as(ROSSI).post(booked + "/cancel", Map.of("reason", "")).data();
    }

    /** @return where it is found */
    private static String booksAndPays(Someone doctor, String start) {
        Api patient = clinic.api().as(ROSSI);
        Map<String, Object> wanted =
                Map.of("doctor", doctor.id(), "start", start, "reason", "A cough", "intake", NO_NEEDS);
        String booked = "/api/v1/appointments/"
                + patient.post("/api/v1/appointments", wanted).data().path("id").asString();
        patient.post(booked + "/payment/demo-checkout", Map.of()).data();
        return booked;
    }

    private static String htmlOf(Page page, String mail) {
        return page.request()
                .get(clinic.server()
                        .address()
                        .resolve("/api/v1/demo/mailbox/" + mail + "/page")
                        .toString())
                .text();
    }

    private static Person signedIn(Someone who) {
        return clinic.comes(who, Opened.calm()).signsIn();
    }

    private static Browser.NewContextOptions windowIn(String zone) {
        return new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId(zone)
                .setViewportSize(390, 844)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static JsonNode availability() {
        return as(OKAFOR, "/api/v1/doctors/" + OKAFOR.id() + "/availability");
    }

    private static List<String> freeTimes(Someone doctor, String day) {
        Instant start = Instant.parse(day + "T00:00:00Z");
        List<String> found = new ArrayList<>();
        as(ROSSI, slots(doctor, start, Duration.ofDays(1)))
                .path("slots")
                .forEach(slot -> found.add(slot.path("start").asString()));
        return found;
    }

    private static String paymentOf(UUID appointment) {
        return as(DESK, "/api/v1/appointments/" + appointment)
                .path("payment")
                .path("status")
                .asString();
    }

    private static JsonNode as(Someone who, String path) {
        return clinic.api().as(who).get(path).data();
    }

    private static String clockIn(ZoneId zone, Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(zone).format(at);
    }

    private static UUID inDays(int days, Someone patient, Someone doctor) {
        return clinic.database()
                .paidAppointment(patient, doctor, clinic.clock().now().plus(Duration.ofDays(days)), HALF_AN_HOUR);
    }

    private static void gone(Locator what) {
        what.first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
}
