/** The first instant of a day where the reader is, of "2030-01-21"; null for anything else. */
export function dayStart(day: string): string | null {
  return bound(day, 0);
}

/** The first instant after that day. */
export function dayEnd(day: string): string | null {
  return bound(day, 1);
}

function bound(day: string, more: number): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return null;
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + more);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
