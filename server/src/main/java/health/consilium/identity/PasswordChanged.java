package health.consilium.identity;

/** A password was set or changed: its owner should hear of it, in case it was somebody else. */
public record PasswordChanged(UserId person) {}
