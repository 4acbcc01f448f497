package health.consilium.identity;

/** A second factor was added or taken away: its owner should hear of it, in case it was somebody else. */
public record SecondFactorChanged(UserId person, boolean removed) {}
