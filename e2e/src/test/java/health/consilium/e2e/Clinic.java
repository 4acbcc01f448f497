package health.consilium.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.Browsers;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.lab.Host;
import health.consilium.e2e.lab.Lab;
import health.consilium.e2e.server.Api;
import health.consilium.e2e.server.Database;
import health.consilium.e2e.server.ServerProcess;
import health.consilium.e2e.server.Site;
import health.consilium.e2e.server.Someone;
import health.consilium.e2e.server.TestClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server and its browsers for a test class; people come and go with each test. In the lab, the server, the patients and
 * the doctors sit on three hosts of a network that is whole again after each test.
 */
final class Clinic implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {
    private static final Path ARTIFACTS = Path.of("target", "e2e-artifacts");
    private static final int MOST_LINES = 40;

    /** Outside of the lab browsers know nothing of a test class: they are started once, and end with this program. */
    private static final class Shared {
        static final Browsers BROWSERS = new Browsers();
    }

    private final Map<String, String> settings;
    private final List<String> jvm;
    private final boolean inTheLab;
    private final List<Person> people = new ArrayList<>();
    private @Nullable Lab lab;
    private @Nullable ServerProcess server;
    private @Nullable Browsers browsers;

    private Clinic(Map<String, String> settings, List<String> jvm, boolean inTheLab) {
        this.settings = settings;
        this.jvm = jvm;
        this.inTheLab = inTheLab;
    }

    static Clinic ordinary() {
        return new Clinic(Map.of(), List.of(), false);
    }

    static Clinic with(Map<String, String> settings) {
        return new Clinic(settings, List.of(), false);
    }

    /** @param jvm further options of the server's Java */
    static Clinic with(Map<String, String> settings, List<String> jvm) {
        return new Clinic(settings, jvm, false);
    }

    /** The test class is {@link NeedsLab}. */
    static Clinic inTheLab(Map<String, String> settings) {
        return new Clinic(settings, List.of(), true);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        lab = inTheLab ? Lab.open() : null;
        server =
                ServerProcess.start(lab == null ? Site.HERE : lab.host("server").site(), settings, jvm);
        browsers = lab == null ? Shared.BROWSERS : new Browsers();
    }

    Lab lab() {
        return Objects.requireNonNull(lab);
    }

    /** Where somebody's browser runs in the lab. */
    Host hostOf(Someone who) {
        return lab().host(who.isDoctor() ? "doctor" : "patient");
    }

    ServerProcess server() {
        return Objects.requireNonNull(server);
    }

    Browsers browsers() {
        return Objects.requireNonNull(browsers);
    }

    TestClock clock() {
        return server().clock();
    }

    Api api() {
        return server().api();
    }

    Database database() {
        return server().database();
    }

    /** A paid appointment of half an hour that began a minute ago. */
    UUID appointment(Someone patient, Someone doctor) {
        return database().paidAppointment(patient, doctor, clock().now().minusSeconds(60), Duration.ofMinutes(30));
    }

    /** Somebody signs in on a Chromium of their own. */
    Person signedIn(Someone who) {
        return comes(who).signsIn();
    }

    Person comes(Someone who) {
        return comes(who, server().address());
    }

    Person comes(Someone who, URI by) {
        return remembered(Person.at(chromiumOf(who), who, by));
    }

    Person comes(Someone who, Browser.NewContextOptions window) {
        return remembered(Person.at(chromiumOf(who), who, server().address(), window));
    }

    /** In a red frame the doctor, in a blue one the patient. */
    Person comesMarked(Someone who) {
        Browser browser = browsers().chromium(who.isDoctor() ? Actor.MARKED_DOCTOR : Actor.MARKED_PATIENT);
        return remembered(Person.at(browser, who, server().address()));
    }

    /** On a Chromium that lets no page sound before somebody has clicked on it. */
    Person comesQuietly(Someone who) {
        Browser browser = browsers().quietChromium(who.isDoctor() ? Actor.DOCTOR : Actor.PATIENT);
        return remembered(Person.at(browser, who, server().address()));
    }

    /** On a Chromium that has not been allowed to use camera and microphone yet. */
    Person comesAsking(Someone who) {
        return comesAsking(who, new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    Person comesAsking(Someone who, Browser.NewContextOptions window) {
        Browser browser = browsers().askingChromium(who.isDoctor() ? Actor.DOCTOR : Actor.PATIENT);
        return remembered(Person.asking(browser, who, server().address(), window));
    }

    Person comesWithFirefox(Someone who) {
        Browser firefox = inTheLab
                ? browsers().firefox(hostOf(who).seat(server().address()))
                : browsers().firefox();
        return remembered(Person.at(firefox, who, server().address()));
    }

    private Browser chromiumOf(Someone who) {
        Actor actor = who.isDoctor() ? Actor.DOCTOR : Actor.PATIENT;
        return inTheLab
                ? browsers().chromium(actor, hostOf(who).seat(server().address()))
                : browsers().chromium(actor);
    }

    private Person remembered(Person person) {
        people.add(person);
        return person;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        if (test.getExecutionException().isEmpty()) {
            return;
        }
        Path folder = Files.createDirectories(ARTIFACTS.resolve(test.getRequiredTestClass()
                        .getSimpleName() + "." + test.getRequiredTestMethod().getName() + numberOf(test)));
        for (Person person : people) {
            String name = person.who().name().toLowerCase(Locale.ROOT) + "-" + people.indexOf(person);
            Files.write(folder.resolve(name + ".log"), person.diary().lines());
            for (Page page : person.pages()) {
                picture(page, folder.resolve(name + "-" + person.pages().indexOf(page) + ".png"));
            }
        }
        Path log = server().home().resolve("server.log");
        Files.copy(log, folder.resolve("server.log"), StandardCopyOption.REPLACE_EXISTING);
        // Where nobody can look into the folder afterwards.
        lastError(Files.readAllLines(log)).forEach(System.err::println);
    }

    /** The last error that the server told, and where it came from. */
    private static List<String> lastError(List<String> log) {
        int last = log.size() - 1;
        while (last >= 0 && !log.get(last).contains(" ERROR ")) {
            last--;
        }
        return last < 0 ? List.of() : log.subList(last, Math.min(log.size(), last + MOST_LINES));
    }

    /** "-2" for the second set of arguments of a test; empty for a test that has none. */
    private static String numberOf(ExtensionContext test) {
        return test.getUniqueId()
                .replaceAll("^.*invocation:#(\\d+)]$|^.*$", "-$1")
                .replaceAll("^-$", "");
    }

    private static void picture(Page page, Path file) {
        try {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(file).setFullPage(true).setTimeout(5_000));
            Files.writeString(file.resolveSibling(file.getFileName() + ".url"), page.url());
        } catch (PlaywrightException | IOException gone) {
            System.err.println("no picture of " + file + ": " + gone.getMessage());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        String errors = people.stream()
                .flatMap(person -> person.diary().pageErrors().stream())
                .collect(Collectors.joining("\n"));
        people.forEach(Person::close);
        people.clear();
        if (lab != null) {
            lab.mend();
        }
        if (!errors.isEmpty() && test.getExecutionException().isEmpty()) {
            throw new AssertionError("a page threw: " + errors);
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (browsers != null && lab != null) {
            browsers.close();
        }
        if (server != null) {
            server.close();
        }
        if (lab != null) {
            lab.close();
        }
    }
}
