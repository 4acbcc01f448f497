package health.consilium.notification.outbox;

import health.consilium.identity.UserId;

/** The list of a person in the app is longer, or something in it was read. */
public record Listed(UserId person) {}
