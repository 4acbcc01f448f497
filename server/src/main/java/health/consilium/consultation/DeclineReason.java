package health.consilium.consultation;

/** Why a ring was not answered with "accept". */
public enum DeclineReason {
    IN_5_MINUTES,
    PLEASE_REBOOK,
    NOT_NOW
}
