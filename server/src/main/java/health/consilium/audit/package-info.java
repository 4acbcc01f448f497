/** Who saw or did what with whose health data: an append-only chain in the database, and its head outside of it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package health.consilium.audit;
