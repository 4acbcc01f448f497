package health.consilium.platform.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Every setting there is, from the list that docs/configuration.md is held to as well. */
final class KnownKeys {
    /** Read by the shell commands, not by the program. */
    static final Set<String> OF_THE_SHELL = Set.of("CONSILIUM_CONFIG", "CONSILIUM_PORT", "CONSILIUM_WEB_OUT");

    private KnownKeys() {}

    private static final Set<String> KEYS = read();
    private static final Set<String> VARIABLES =
            KEYS.stream().map(KnownKeys::variable).collect(Collectors.toUnmodifiableSet());

    /**
     * Whether a key of a file, or a variable of the environment, is one of ours, spelled so that it takes effect: an
     * underscore too many in a variable would be read as another key, and silently do nothing.
     */
    static boolean isKnown(String name) {
        String single = name.replaceAll("(\\[\\d+]|_\\d+)$", "");
        return KEYS.contains(single) || VARIABLES.contains(single) || OF_THE_SHELL.contains(name);
    }

    /** consilium.data.directory as CONSILIUM_DATA_DIRECTORY; dashes fall away. */
    private static String variable(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> read() {
        InputStream list = Objects.requireNonNull(KnownKeys.class.getResourceAsStream("/consilium-settings.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
