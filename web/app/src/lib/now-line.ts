/** Where in a day the present stands: before the first of these that has not begun, or after the last. */
export function nowLine(starts: string[], now: number): number {
  const next = starts.findIndex((start) => Date.parse(start) > now);
  return next < 0 ? starts.length : next;
}
