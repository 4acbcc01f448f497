package health.consilium;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house keeps its arrows: each module uses only what its package-info allows (docs/architecture.md). */
class ModularityTests {
    @Test
    @DisplayName("every module stays within its allowed dependencies and no cycle exists")
    void modulesStayWithinTheirAllowedDependencies() {
        ApplicationModules.of(ConsiliumApplication.class).verify();
    }
}
