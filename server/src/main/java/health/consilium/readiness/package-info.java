/** What the device check found for an appointment, so that staff see beforehand who is at risk. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Readiness",
        allowedDependencies = {"kernel", "identity", "audit", "scheduling"})
@org.jspecify.annotations.NullMarked
package health.consilium.readiness;
