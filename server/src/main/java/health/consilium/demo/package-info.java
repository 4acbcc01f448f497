/** The seeded demo: accounts, appointments, one-click sign-in and the pretend checkout. Absent in production. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"kernel", "identity", "scheduling", "consultation", "payment", "payment :: spi", "care"})
@org.jspecify.annotations.NullMarked
package health.consilium.demo;
