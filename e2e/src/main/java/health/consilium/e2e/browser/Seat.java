package health.consilium.e2e.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Where a browser runs when not simply here.
 *
 * @param name tells the browsers of several places apart
 * @param program what to start instead of the browser, so that it runs there
 * @param pages the one address that it may reach, treated as safe although it has no TLS
 */
public record Seat(String name, UnaryOperator<Path> program, URI pages) {}
