/** Parts of the check by what they cost in time, so that the number moves evenly. */
const WEIGHTS = { signalling: 10, stun: 5, relays: 25, path: 30, bandwidth: 30 } as const;
export type Part = keyof typeof WEIGHTS;

export const NOTHING_DONE: Readonly<Record<Part, number>> = { signalling: 0, stun: 0, relays: 0, path: 0, bandwidth: 0 };

/** @param done of each part, 0 to 1. @returns 0 to 100 */
export function percent(done: Readonly<Record<Part, number>>): number {
  const sum = (Object.keys(WEIGHTS) as Part[]).reduce((total, part) => total + WEIGHTS[part] * Math.min(1, done[part]), 0);
  return Math.min(100, Math.round(sum));
}
