/** What administrators see of the whole clinic, composed from the modules that own it. Nothing depends on it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Admin",
        allowedDependencies = {
            "kernel",
            "identity",
            "audit",
            "audit :: chain",
            "platform",
            "recording",
            "relay",
            "scheduling",
            "consultation",
            "payment",
            "quality",
            "feedback"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.admin;
