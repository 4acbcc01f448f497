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
import health.consilium.e2e.server.SelfSigned;
import health.consilium.e2e.server.ServerProcess;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server and its browsers for a test class; people come and go with each test. In the lab, the server, the patients and the
 * doctors sit on three hosts of a network that is whole again after each test.
 */
final class Clinic implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {
    private static final Path ARTIFACTS = Path.of("target", "e2e-artifacts");
    private static final int MOST_LINES = 40;

    private final Supplier<Premises> opening;
    private final boolean shared;
    private final List<Person> people = new ArrayList<>();
    private @Nullable Premises premises;

    private Clinic(boolean shared, Supplier<Premises> opening) {
        this.shared = shared;
        this.opening = opening;
    }

    /** A server of this class's own. */
    static Clinic ordinary() {
        return with(Map.of());
    }

    static Clinic with(Map<String, String> settings) {
        return with(settings, List.of());
    }

    /** @param jvm further options of the server's Java */
    static Clinic with(Map<String, String> settings, List<String> jvm) {
        return new Clinic(false, () -> Premises.open(settings, jvm, false));
    }

    /** A server that other classes have used before: for calls that do not mind what happened there earlier. */
    static Clinic shared() {
        return new Clinic(true, () -> Premises.shared("ordinary", Map.of(), false));
    }

    /** The same with a relay that speaks TLS. */
    static Clinic sharedWithTlsRelay() {
        return new Clinic(true, () -> Premises.shared("TLS relay", SelfSigned.relay(), false));
    }

    /** The test class is {@link NeedsLab}; its network is whole at the beginning, as after each test. */
    static Clinic inTheLab() {
        return new Clinic(true, () -> Premises.shared("lab", Map.of(), true));
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        premises = opening.get();
    }

    private Premises premises() {
        return Objects.requireNonNull(premises);
    }

    private boolean isInTheLab() {
        return premises().lab() != null;
    }

    Lab lab() {
        return Objects.requireNonNull(premises().lab());
    }

    /** Where somebody's browser runs in the lab. */
    Host hostOf(Someone who) {
        return lab().host(who.isDoctor() ? "doctor" : "patient");
    }

    ServerProcess server() {
        return premises().server();
    }

    Browsers browsers() {
        return premises().browsers();
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
        Browser firefox = isInTheLab()
                ? browsers().firefox(hostOf(who).seat(server().address()))
                : browsers().firefox();
        return remembered(Person.at(firefox, who, server().address()));
    }

    /** On a computer that has a speaker. */
    Person comesWithSoundingFirefox(Someone who) {
        return remembered(Person.at(browsers().soundingFirefox(), who, server().address()));
    }

    private Browser chromiumOf(Someone who) {
        Actor actor = who.isDoctor() ? Actor.DOCTOR : Actor.PATIENT;
        return isInTheLab()
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
        if (isInTheLab()) {
            lab().mend();
        }
        if (!errors.isEmpty() && test.getExecutionException().isEmpty()) {
            throw new AssertionError("a page threw: " + errors);
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (premises != null && !shared) {
            premises.close();
        }
    }
}
