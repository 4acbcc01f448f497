/** Prescriptions: written during or after a call, signed, corrected by a newer version, checked by whoever holds one. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Prescription",
        allowedDependencies = {
            "kernel",
            "audit",
            "identity",
            "identity :: spi",
            "scheduling",
            "consultation",
            "document"
        })
@org.jspecify.annotations.NullMarked
package health.consilium.prescription;
