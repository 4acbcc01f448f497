/** Whether an appointment is paid, and the gate that asks; how the money comes, and how it goes back. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {
            "kernel",
            "identity",
            "audit",
            "document",
            "scheduling",
            "consultation",
            "consultation :: spi"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.payment;
