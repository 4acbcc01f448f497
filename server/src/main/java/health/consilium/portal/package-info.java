/** What the app's pages show, composed from the modules that own it. Nothing depends on it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "kernel",
            "identity",
            "audit",
            "scheduling",
            "consultation",
            "payment",
            "readiness",
            "prescription",
            "summary"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.portal;
