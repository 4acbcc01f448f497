/** Tells the clinic's other systems what happened: signed, tried again, without names or health data. Nothing depends on it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Webhook",
        allowedDependencies = {
            "kernel",
            "kernel :: store",
            "identity",
            "audit",
            "scheduling",
            "consultation",
            "payment",
            "prescription",
            "recording"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.webhook;
