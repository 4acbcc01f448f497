/** Recordings that everybody present agreed to: consent, segments, keys, playback. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Recording",
        allowedDependencies = {
            "kernel",
            "identity",
            "identity :: spi",
            "audit",
            "scheduling",
            "consultation",
            "conferencing",
            "conferencing :: spi",
            "signalling :: spi",
            "signalling :: frame"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.recording;
