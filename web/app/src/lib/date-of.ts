/** The date as 1984-03-12, or nothing while there is no such day or nobody alive can have been born on it. */
export function dateOf(day: string, month: string, year: string, now: number = Date.now()): string {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return "";
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return exists && Number(year) >= 1900 && time <= now ? iso : "";
}
