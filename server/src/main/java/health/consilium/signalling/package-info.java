/** Everything live: one resumable session per page over WebSocket (protocol v1). */
@org.springframework.modulith.ApplicationModule(
        displayName = "Signalling",
        allowedDependencies = {
            "kernel",
            "identity",
            "audit",
            "scheduling",
            "relay",
            "consultation",
            "conferencing :: spi"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.signalling;
