package health.consilium.e2e.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * Where a browser runs when not simply here.
 *
 * @param name tells the browsers of several places apart
 * @param program what to start instead of the browser, so that it runs there
 * @param door opens a port of this computer that leads to the port of the same number there
 * @param pages the addresses whose pages it may open, treated as safe although they have no TLS
 */
public record Seat(String name, UnaryOperator<Path> program, IntSupplier door, List<URI> pages) {}
