/** Appointments: a booked slot between one patient and one doctor. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Scheduling",
        allowedDependencies = {"kernel", "audit", "identity", "identity :: spi"})
@org.jspecify.annotations.NullMarked
package health.consilium.scheduling;
