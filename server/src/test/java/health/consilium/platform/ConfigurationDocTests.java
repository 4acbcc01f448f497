package health.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** docs/configuration.md and the list of known keys follow from the code. */
class ConfigurationDocTests {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Path LIST = Path.of("src", "main", "resources", "consilium-settings.txt");

    private record Setting(String key, String fallback, String words) {}

    @Test
    @DisplayName("every setting is documented and known (CONFIGURATION_WRITE=true refreshes page and list)")
    void everySettingIsDocumented() throws IOException, ClassNotFoundException {
        Map<String, Setting> settings = settings();
        StringBuilder table =
                new StringBuilder("| setting | environment | default | what it does |\n|---|---|---|---|\n");
        StringBuilder list = new StringBuilder();
        for (Setting setting : settings.values()) {
            String variable = setting.key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
            table.append(
                    "| `%s` | `%s` | %s | %s |\n".formatted(setting.key, variable, setting.fallback, setting.words));
            list.append(setting.key).append('\n');
        }
        String page = Files.readString(PAGE);
        String marker = "<!-- settings -->\n";
        int from = page.indexOf(marker) + marker.length();
        int to = page.indexOf("<!-- end of settings -->");
        String current = page.substring(0, from) + table + page.substring(to);
        if ("true".equals(System.getenv("CONFIGURATION_WRITE"))) {
            Files.writeString(PAGE, current);
            Files.writeString(LIST, list);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(current);
        assertThat(Files.readString(LIST)).isEqualTo(list.toString());
    }

    private static Map<String, Setting> settings() throws IOException, ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, Setting> settings = new TreeMap<>();
        for (var bean : scanner.findCandidateComponents("health.consilium")) {
            Class<?> type = Class.forName(bean.getBeanClassName());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            String source = Files.readString(
                    Path.of("src", "main", "java").resolve(type.getName().replace('.', '/') + ".java"));
            for (RecordComponent component : type.getRecordComponents()) {
                String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                String key = prefix + "." + name;
                settings.put(
                        key, new Setting(key, fallback(source, component), words(source, component.getName(), key)));
            }
        }
        return settings;
    }

    private static String fallback(String source, RecordComponent component) {
        Matcher given = Pattern.compile("@DefaultValue\\(([^)]*)\\)\\s+[\\w<>]+\\s+" + component.getName() + "\\b")
                .matcher(source);
        if (!given.find()) {
            return component.getType() == boolean.class ? "`false`" : "";
        }
        String value = given.group(1).replaceAll("[{}\"]", "").strip();
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String words(String source, String name, @Nullable String key) {
        Matcher javadoc = Pattern.compile("@param " + name + " (.*?)(?=\\n \\* @param|\\n \\*/)", Pattern.DOTALL)
                .matcher(source);
        assertThat(javadoc.find()).as("%s has no words", key).isTrue();
        return javadoc.group(1).replaceAll("\\s*\\n \\*\\s*", " ").strip();
    }
}
