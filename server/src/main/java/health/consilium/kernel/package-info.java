/** The few types that every module may use: problems, error codes, secrets, random ids. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Kernel",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package health.consilium.kernel;
