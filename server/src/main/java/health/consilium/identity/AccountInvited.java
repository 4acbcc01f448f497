package health.consilium.identity;

/** An administrator made this account, or invites again: a link to set the password, good for a week, is to be sent. */
public record AccountInvited(UserId person) {}
