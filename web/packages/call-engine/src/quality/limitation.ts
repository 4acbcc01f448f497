const RANKS = ["none", "other", "bandwidth", "cpu"];

/** Of two reasons for sending less than one could the one that says more; null: nobody knows of any. */
export function stronger(one: string | null, other: string | null): string | null {
  return rank(other) > rank(one) ? other : one;
}

/**
 * Why less is sent than could be. A picture that our own ladder has made smaller fits the way, so that the browser sees nothing
 * that holds it back; and Firefox never says.
 */
export function limitation(browser: string | null, ladder: "network" | "cpu" | null): string | null {
  return stronger(browser, ladder === "network" ? "bandwidth" : ladder);
}

function rank(limitation: string | null): number {
  return limitation === null ? -1 : RANKS.indexOf(limitation);
}
