/** What was agreed, in the doctor's words, and when they would like to meet again. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Summary",
        allowedDependencies = {"kernel", "audit", "identity", "scheduling", "consultation", "document"})
@org.jspecify.annotations.NullMarked
package health.consilium.summary;
