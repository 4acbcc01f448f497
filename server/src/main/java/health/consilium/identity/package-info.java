/** Who somebody is: accounts, roles, sign-in, sign-out and single-use tickets. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "audit"})
@org.jspecify.annotations.NullMarked
package health.consilium.identity;
