/** Messages and attachments of a consultation. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Chat",
        allowedDependencies = {
            "kernel",
            "identity",
            "audit",
            "consultation",
            "scheduling",
            "signalling :: spi",
            "signalling :: frame"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.chat;
