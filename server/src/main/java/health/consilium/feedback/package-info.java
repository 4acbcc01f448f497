/** The survey after a call. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Feedback",
        allowedDependencies = {"kernel", "identity", "audit", "scheduling", "consultation"})
@org.jspecify.annotations.NullMarked
package health.consilium.feedback;
