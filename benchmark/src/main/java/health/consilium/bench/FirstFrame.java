package health.consilium.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.consilium.e2e.Await;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.Browsers;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.ServerProcess;
import health.consilium.e2e.server.Someone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From the click to the first frame on both sides, in milliseconds. Warm: the doctor accepts while it rings. Cold: the
 * doctor opens the call's address, counted from the start of the navigation. The floor does the same with the least code.
 */
final class FirstFrame {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ServerProcess server;
    private final Browsers browsers;
    private final Floor floor;
    private final String stopwatch;
    private @Nullable Trace trace;

    private FirstFrame(ServerProcess server, Browsers browsers, Floor floor) {
        this.server = server;
        this.browsers = browsers;
        this.floor = floor;
        try {
            this.stopwatch = new String(Floor.resource("first-frame.js"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void measure(Table table, int calls) {
        try (ServerProcess server = ServerProcess.start(Map.of());
                Browsers browsers = new Browsers();
                Floor floor = new Floor()) {
            FirstFrame bench = new FirstFrame(server, browsers, floor);
            bench.warm();
            bench.floor(true);
            double[][] taken = new double[4][calls];
            for (int n = 0; n < calls; n++) {
                taken[0][n] = bench.floor(true);
                taken[1][n] = bench.warm();
                taken[2][n] = bench.floor(false);
                taken[3][n] = bench.cold();
            }
            Table.Spread warmFloor = Table.Spread.of(taken[0]);
            Table.Spread coldFloor = Table.Spread.of(taken[2]);
            table.row("floor: click to first frame, both sides (ms)", warmFloor);
            table.beside("accept to first frame, both sides, warm (ms)", Table.Spread.of(taken[1]), warmFloor, 1.5);
            table.row("floor: address to first frame, both sides (ms)", coldFloor);
            table.beside("address to first frame, both sides, cold (ms)", Table.Spread.of(taken[3]), coldFloor, 1.3);
        }
    }

    /** Prints what happens, and when, between the click and the first frame. */
    static void trace(int calls) {
        try (ServerProcess server = ServerProcess.start(Map.of());
                Browsers browsers = new Browsers();
                Floor floor = new Floor()) {
            FirstFrame bench = new FirstFrame(server, browsers, floor);
            bench.warm();
            bench.floor(true);
            List<Trace> traces = Stream.of("floor, warm", "ours, warm", "floor, cold", "ours, cold")
                    .map(Trace::new)
                    .toList();
            List<Runnable> kinds = List.of(() -> bench.floor(true), bench::warm, () -> bench.floor(false), bench::cold);
            for (int n = 0; n < calls * kinds.size(); n++) {
                bench.trace = traces.get(n % kinds.size());
                kinds.get(n % kinds.size()).run();
            }
            traces.forEach(Trace::print);
        }
    }

    private double warm() {
        UUID appointment = appointment();
        try (Person patient = person(Someone.ROSSI);
                Person doctor = person(Someone.WEBER)) {
            patient.signsIn().opensTheCall(appointment).isInTheWaitingRoom();
            doctor.signsIn().hearsItRing();
            patient.seesThat("[data-testid=ring-words][data-ring=ringing]");
            settled(patient, doctor);
            doctor.accepts();
            return ended(doctor, taken(doctor.page(), patient.page(), () -> time(doctor.page(), "click")));
        }
    }

    /** A patient who is rung has a connection that stands by; people take longer to answer than it takes to make. */
    private static void settled(Person patient, Person doctor) {
        for (Person person : List.of(patient, doctor)) {
            Await.value(
                    "the connection of " + person.who() + " stands by",
                    LIMIT,
                    () -> person.connections() + " " + person.media().localType(),
                    state -> state.matches("1 .+"));
        }
    }

    private double cold() {
        UUID appointment = appointment();
        try (Person patient = person(Someone.ROSSI);
                Person doctor = person(Someone.WEBER)) {
            doctor.signsIn();
            patient.signsIn().opensTheCall(appointment).isInTheWaitingRoom();
            doctor.goesTo("/call/" + appointment);
            return ended(
                    doctor,
                    taken(doctor.page(), patient.page(), () -> number(doctor.page(), "performance.timeOrigin")));
        }
    }

    /** A doctor who is still in one conversation is busy for the next patient, and nothing would ring. */
    private static double ended(Person doctor, double taken) {
        doctor.endsForAll().isShown("after-title");
        return taken;
    }

    private double floor(boolean warm) {
        try (BrowserContext one = context(Actor.PATIENT);
                BrowserContext other = context(Actor.DOCTOR)) {
            Page waiting = one.newPage();
            waiting.navigate(floor.page(false, false));
            waiting.waitForFunction("() => peer !== undefined && peer.getSenders().length === 2");
            Page caller = other.newPage();
            caller.navigate(floor.page(true, !warm));
            if (warm) {
                caller.waitForFunction("() => relay.readyState === 1");
                caller.getByTestId("go").click();
            }
            return taken(caller, waiting, () -> number(caller, warm ? "__times.click" : "performance.timeOrigin"));
        }
    }

    private double taken(Page one, Page other, DoubleSupplier began) {
        for (Page page : List.of(one, other)) {
            page.waitForFunction("() => window.__times.frame > 0");
        }
        if (trace != null) {
            trace.add(began.getAsDouble(), one, other);
        }
        return Math.max(time(one, "frame"), time(other, "frame")) - began.getAsDouble();
    }

    private static double time(Page page, String what) {
        return number(page, "__times." + what);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate("() => " + expression)).doubleValue();
    }

    private UUID appointment() {
        return server.database()
                .paidAppointment(
                        Someone.ROSSI, Someone.WEBER, server.clock().now().minusSeconds(60), Duration.ofMinutes(30));
    }

    private Person person(Someone who) {
        Browser browser = browsers.chromium(who.isDoctor() ? Actor.DOCTOR : Actor.PATIENT);
        Person person = Person.at(browser, who, server.address());
        watch(person.page().context());
        return person;
    }

    private BrowserContext context(Actor actor) {
        BrowserContext context = browsers.chromium(actor).newContext();
        context.grantPermissions(List.of("camera", "microphone"));
        watch(context);
        return context;
    }

    private void watch(BrowserContext context) {
        context.addInitScript(stopwatch);
        if (trace != null) {
            context.addInitScript(Trace.script());
        }
    }
}
