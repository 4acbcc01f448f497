package health.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** docs/modules.md is drawn from the code. */
class ModuleDiagramTests {
    private static final Path PAGE = Path.of("..", "docs", "modules.md");

    @Test
    @DisplayName("the picture of the modules is current (MODULES_WRITE=true draws it anew)")
    void thePictureIsCurrent() throws IOException {
        ApplicationModules modules = ApplicationModules.of(ConsiliumApplication.class);
        TreeSet<String> arrows = new TreeSet<>();
        TreeSet<String> rooms = new TreeSet<>();
        for (ApplicationModule module : modules) {
            String name = module.getIdentifier().toString();
            rooms.add("| `%s` | %s |".formatted(name, module.getDisplayName()));
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(used -> used.getIdentifier().toString())
                    .filter(used -> !used.equals("kernel"))
                    .forEach(used -> arrows.add("  " + name + " --> " + used));
        }
        String page =
                "# Modules\n\nDrawn from the code by `ModuleDiagramTests`. Every module may use `kernel`; those arrows are left out.\n\n"
                        + "```mermaid\nflowchart TD\n" + String.join("\n", arrows)
                        + "\n```\n\n| module | |\n|---|---|\n"
                        + String.join("\n", rooms) + "\n";
        if ("true".equals(System.getenv("MODULES_WRITE"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
