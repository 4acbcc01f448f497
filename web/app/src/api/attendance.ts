/**
 * Whether somebody sits here. A page that refreshes itself in front of an empty chair must not keep a person signed in
 * (SAFETY S4), so requests nobody caused say so.
 */
const AWAY_AFTER = 60_000;
let lastInput = Date.now();

for (const input of ["pointerdown", "pointermove", "keydown", "touchstart", "wheel"]) {
  globalThis.addEventListener?.(input, () => (lastInput = Date.now()), { capture: true, passive: true });
}

export function attended(now = Date.now()): boolean {
  return now - lastInput < AWAY_AFTER;
}
