package health.consilium.care;

import health.consilium.identity.UserId;

/** A patient answered about care by video: agreed, declined or took it back. */
public record ConsentAnswered(UserId patient, ConsentAnswer answer) {}
