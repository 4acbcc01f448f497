/** What the program stands on: configuration, embedded PostgreSQL, TLS, the clock, the HTTP envelope and the browser headers. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package health.consilium.platform;
