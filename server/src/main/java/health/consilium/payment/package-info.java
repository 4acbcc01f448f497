/** Whether an appointment is paid, and the gate that asks. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {"kernel", "identity", "audit", "scheduling", "consultation", "consultation :: spi"})
@org.jspecify.annotations.NullMarked
package health.consilium.payment;
