/** Measured call quality, stored per participant. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Quality",
        allowedDependencies = {
            "kernel",
            "kernel :: store",
            "identity",
            "audit",
            "consultation",
            "signalling :: spi",
            "signalling :: frame"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.quality;
