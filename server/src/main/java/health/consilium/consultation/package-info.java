/** The life of honouring one appointment: one state machine decides, durable deadlines drive it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Consultation",
        allowedDependencies = {
            "kernel",
            "kernel :: store",
            "identity",
            "identity :: spi",
            "audit",
            "scheduling",
            "scheduling :: spi",
            "conferencing",
            "conferencing :: spi"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.consultation;
