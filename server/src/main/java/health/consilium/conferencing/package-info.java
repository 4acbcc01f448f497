/** Where media meets: the provider interface and the built-in peer-to-peer provider. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Conferencing",
        allowedDependencies = {"kernel", "kernel :: store", "relay"})
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing;
