package health.consilium.recording.domain;

import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.Place;

/**
 * What people read before they agreed to one recording. It holds for that recording whatever the clinic decides later.
 *
 * @param onWithdrawal what becomes of it when somebody takes their consent back
 * @param keptDays for how long it is kept
 * @param place where it is kept
 */
public record Terms(OnWithdrawal onWithdrawal, int keptDays, Place place) {}
