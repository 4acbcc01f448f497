package health.consilium.e2e.provider;

import com.microsoft.playwright.Route;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers in the place of hosts that cannot be reached from here, inside of somebody's browser. */
final class StandIn {
    private StandIn() {}

    static void serves(Person person, String address, String type, String... files) {
        String body = Stream.of(files).map(StandIn::text).collect(Collectors.joining("\n"));
        person.page().context().route(address, route -> answer(route, type, body));
    }

    /** Letters between pages go to that address. */
    static void delivers(Person person, String address, Post post) {
        person.page()
                .context()
                .route(
                        address,
                        route -> answer(
                                route,
                                "application/json",
                                post.exchange(String.valueOf(route.request().postData()))));
    }

    private static void answer(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType(type)
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin"))
                .setBody(body));
    }

    private static String text(String file) {
        try (InputStream script = StandIn.class.getResourceAsStream("/stand-in/" + file)) {
            if (script == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
