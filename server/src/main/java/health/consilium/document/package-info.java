/** Documents with the clinic's letterhead, as PDF. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package health.consilium.document;
