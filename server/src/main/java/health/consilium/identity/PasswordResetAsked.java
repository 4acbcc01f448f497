package health.consilium.identity;

/** Somebody asked to set a new password. Whoever writes mails issues the link, good for an hour, and sends it. */
public record PasswordResetAsked(UserId person) {}
