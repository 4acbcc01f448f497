/** Before care: where the patient is today, consent to care by video, whom to reach, and who the doctor has before them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Before care",
        allowedDependencies = {
            "kernel",
            "kernel :: store",
            "identity",
            "identity :: spi",
            "audit",
            "scheduling",
            "consultation",
            "consultation :: spi"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.care;
