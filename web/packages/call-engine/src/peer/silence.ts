/** What arrived from the other side, by looks at it four times a second. `quiet`: how many of the last looks saw nothing come. */
export interface Hearing { looks: readonly boolean[]; quiet: number }

export const UNHEARD: Hearing = { looks: [], quiet: 0 };

const REMEMBERED = 8;
/** Something comes in nearly every look, or silence means nothing: whoever is muted and not seen sends a packet now and then. */
const OFTEN = 6;
const SILENT = 3;

export function heard({ looks, quiet }: Hearing, arrived: boolean): Hearing {
  if (!arrived) return { looks, quiet: quiet + 1 };
  const missed = Array.from({ length: Math.min(quiet, REMEMBERED) }, () => false);
  return { looks: [...looks, ...missed, true].slice(-REMEMBERED), quiet: 0 };
}

/** What came all the time has stopped: the way may be broken, long before the browser says so. */
export function isSilent({ looks, quiet }: Hearing): boolean {
  return quiet >= SILENT && looks.filter(Boolean).length >= OFTEN;
}
