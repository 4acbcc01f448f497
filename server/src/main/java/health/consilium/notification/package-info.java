/** Tells people what they should know although no page of theirs is open. Nothing depends on it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "kernel",
            "kernel :: store",
            "identity",
            "audit",
            "scheduling",
            "consultation",
            "payment",
            "prescription",
            "summary",
            "recording",
            "signalling :: spi",
            "signalling :: frame"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.notification;
