package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;

import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Database;
import health.consilium.e2e.server.Someone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A page of the app by its address, as somebody comes to it.
 *
 * @param route as the app names it
 * @param file what draws it
 * @param who comes
 * @param signedIn whether they have said who they are
 * @param address {@code {unpaid}} and the like stand for what a test has put in place
 * @param shown what is seen when the page is there, by its test id; "h1" for any title
 * @param main one of those that patients cannot do without
 * @param then what is pressed there, one after the other, and looked at each time
 */
record AppPage(
        String route,
        String file,
        Someone who,
        boolean signedIn,
        String address,
        String shown,
        boolean main,
        List<String> then) {
    private static final Path APP = Path.of("../web/app/src");
    private static final Pattern ROUTE = Pattern.compile("<Route\\b[^>]*?\\bpath=\"([^\"]+)\"");
    private static final Pattern DOOR = Pattern.compile("\"(/[\\w-]+)\": lazyPage\\(");
    private static final Pattern OPEN_DOOR = Pattern.compile("pathname === \"(/[\\w-]+)\"");
    private static final Pattern AREA = Pattern.compile("\\{ path: \"([\\w-]+)\", word:");
    private static final Pattern LAZY = Pattern.compile("lazyPage\\(\\(\\) => import\\(\"[^\"]*?/(\\w+)\"\\)");

    static final List<AppPage> ALL = List.of(
            door("/login", "LoginPage", "/", "login-submit").asMain(),
            door("/about-video", "AboutVideoPage", "/about-video", "about-video")
                    .asMain(),
            door("/l", "LinkPage", "/l#{link}", "invited-by").asMain(),
            door("/password", "PasswordPage", "/password#any", "save-password"),
            door("/passkey", "PasskeyPage", "/passkey", "h1"),
            door("/sign-in-help", "HelpPage", "/sign-in-help", "help-email"),
            door("/second-factor", "SecondFactorPage", "/second-factor?by=CODE", "answer-code"),
            door("/mailbox", "MailboxPage", "/mailbox", "mail-page"),
            door("/l", "LinkPage", "/l#over", "link-over"),
            door("/setup", "SetupPage", "/setup#any", "h1"),
            door("/verify", "VerifyPage", "/verify", "verify-code"),
            patient("/", "HomePage", "/", "book-new").asMain(),
            as(HADDAD, "/call/:appointmentId", "CallPage", "/call/{unanswered}", "before-care")
                    .asMain()
                    .then("consent-decline", "consent-again"),
            patient("/device-check", "DeviceCheckPage", "/device-check", "preview")
                    .asMain(),
            patient("/history", "HistoryPage", "/history", "history-total").asMain(),
            patient("/appointments/:appointmentId/after", "AfterCallPage", "/appointments/{held}/after", "after-title")
                    .asMain(),
            patient("/book", "BookPage", "/book", "step-1").asMain(),
            patient("/book", "BookPage", "/book?doctor={doctor}", "first-free").asMain(),
            patient("/book", "BookPage", "/book?doctor={doctor}&start={slot}", "reason")
                    .asMain(),
            patient("/checkout/:appointmentId/*", "CheckoutPages", "/checkout/{unpaid}", "pay")
                    .asMain(),
            patient("/checkout/:appointmentId/pretend", "CheckoutPages", "/checkout/{unpaid}/pretend", "pretend-pay"),
            patient("/checkout/:appointmentId/done", "CheckoutPages", "/checkout/{held}/done", "payment-outcome"),
            patient("/consents", "ConsentsPage", "/consents", "consents"),
            patient("/account", "AccountPage", "/account", "factor-next"),
            patient("/messages", "MessagesPage", "/messages", "h1"),
            patient("*", "App", "/nowhere", "h1"),
            as(WEBER, "/", "HomePage", "/", "h1"),
            as(WEBER, "/availability", "AvailabilityPage", "/availability", "h1"),
            as(WEBER, "/history", "HistoryPage", "/history", "history-total"),
            as(
                    WEBER,
                    "/appointments/:appointmentId/after",
                    "AfterCallPage",
                    "/appointments/{held}/after",
                    "after-title"),
            as(DESK, "/", "AdminPage", "/", "book-for"),
            as(DESK, "/book", "BookPage", "/book", "step-1"),
            as(DESK, "/quality", "QualityPage", "/quality", "filter-from"),
            as(DESK, "/recordings", "RecordingsPage", "/recordings", "h1"),
            as(DESK, "/clinic/*", "ClinicPage", "/clinic", "clinic-areas"),
            area("live", "LivePage", "h1"),
            area("appointments", "AppointmentsPage", "found-total"),
            area("users", "UsersPage", "accounts").then("new-account"),
            area("licences", "LicencesPage", "licences"),
            area("quality", "QualityPage", "filter-from"),
            area("payments", "PaymentsPage", "payments-show"),
            area("recordings", "RecordingsPage", "h1"),
            area("messages", "OutboxPage", "outbox-kind"),
            area("webhooks", "WebhooksPage", "webhook-new").then("webhook-new"),
            area("audit", "AuditPage", "audit-list"),
            area("data", "DataRequestsPage", "h1"),
            as(DESK, "/clinic/data", "DataRequestsPage", "/clinic/data?for=" + ROSSI.id(), "rights-reason"),
            area("check", "CheckPage", "checks"));

    private static AppPage door(String route, String file, String address, String shown) {
        return new AppPage(route, file, LINDQVIST, false, address, shown, false, List.of());
    }

    private static AppPage patient(String route, String file, String address, String shown) {
        return as(ROSSI, route, file, address, shown);
    }

    private static AppPage area(String name, String file, String shown) {
        return as(DESK, "/clinic/" + name, file, "/clinic/" + name, shown);
    }

    private static AppPage as(Someone who, String route, String file, String address, String shown) {
        return new AppPage(route, file, who, true, address, shown, false, List.of());
    }

    private AppPage asMain() {
        return new AppPage(route, file, who, signedIn, address, shown, true, then);
    }

    private AppPage then(String... pressed) {
        return new AppPage(route, file, who, signedIn, address, shown, main, List.of(pressed));
    }

    static List<Someone> visitors() {
        return ALL.stream().map(AppPage::who).distinct().toList();
    }

    static List<AppPage> of(Someone who) {
        return ALL.stream().filter(page -> page.who == who).toList();
    }

    /** A selector of what is seen when the page is there. */
    String shownAs() {
        return shown.equals("h1") ? "h1" : "[data-testid=" + shown + "]";
    }

    /** Comes by the address, and waits until everything is there. */
    Person isOpenedBy(Person person, Map<String, String> places) {
        String whole = address;
        for (Map.Entry<String, String> place : places.entrySet()) {
            whole = whole.replace("{" + place.getKey() + "}", place.getValue());
        }
        person.goesTo(whole).seesThat(shownAs());
        person.page().waitForFunction("() => !document.querySelector('.animate-pulse')");
        return person;
    }

    /** Puts in place what the pages are about. */
    static Map<String, String> places(Clinic clinic) {
        Instant now = clinic.clock().now();
        Database database = clinic.database();
        UUID unanswered = database.unansweredAppointment(HADDAD, OKAFOR, now.minusSeconds(60), Duration.ofMinutes(30));
        UUID unpaid = database.appointment(ROSSI, OKAFOR, now.plus(Duration.ofHours(1)), Duration.ofMinutes(30));
        JsonNode past = clinic.api().as(ROSSI).get("/api/v1/history?q=&page=0").data();
        String slots = "/api/v1/doctors/" + WEBER.id() + "/slots?from=" + now + "&to=" + now.plus(Duration.ofDays(7));
        JsonNode free = clinic.api().as(ROSSI).get(slots).data();
        return Map.of(
                "unanswered",
                unanswered.toString(),
                "unpaid",
                unpaid.toString(),
                "doctor",
                WEBER.id().toString(),
                "slot",
                free.path("slots").path(0).path("start").asString(),
                "held",
                past.path("items").path(0).path("appointment").path("id").asString(),
                "link",
                Mailbox.newestLink(clinic).substring("/l#".length()));
    }

    static Set<String> known(Function<AppPage, String> what) {
        return ALL.stream().map(what).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every address that the app's own code answers to, with the place where it says so. */
    static Map<String, String> routesOfTheApp() {
        Map<String, String> found = new LinkedHashMap<>();
        sources().forEach((file, code) -> {
            String before = file.endsWith("CheckoutPages.tsx") ? "/checkout/:appointmentId/" : "";
            // A part of the clinic's area is named where the areas are.
            all(ROUTE, code).forEach(route -> found.put(before + route, file));
            all(DOOR, code).forEach(route -> found.put(route, file));
            all(OPEN_DOOR, code).forEach(route -> found.put(route, file));
            all(AREA, code).forEach(area -> found.put("/clinic/" + area, file));
        });
        return found;
    }

    /** What draws a page and comes in a file of its own. */
    static Set<String> filesOfTheApp() {
        return sources().values().stream()
                .flatMap(code -> all(LAZY, code).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> all(Pattern wanted, String code) {
        List<String> found = new ArrayList<>();
        Matcher match = wanted.matcher(code);
        while (match.find()) {
            found.add(match.group(1));
        }
        return found;
    }

    private static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(APP)) {
            Map<String, String> found = new LinkedHashMap<>();
            for (Path file : files.filter(path -> path.toString().matches(".*\\.tsx?"))
                    .sorted()
                    .toList()) {
                found.put(APP.relativize(file).toString(), Files.readString(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
