import type { RecordingCheckState } from "../api";

type Finding = NonNullable<RecordingCheckState["report"]>["findings"][number];

export interface Faults { fault: Finding["fault"]; take: number; count: number; numbers: string }

/** What a check found, one line for each kind of fault in each take. A recording that was deleted has no key: as it should be. */
export function faultsIn(findings: readonly Finding[], phase: string, language: string): Faults[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.fault === "ERASED" && phase === "DELETED") continue;
    const group = `${finding.fault} ${finding.take}`;
    groups.set(group, [...(groups.get(group) ?? []), finding]);
  }
  return [...groups.values()].map((all) => {
    const { fault, take } = all[0] as Finding;
    return { fault, take, count: all.length, numbers: runs(all.map(({ index }) => index), language) };
  });
}

/** "3, 7–9": as the command line counts, from 0. */
function runs(numbers: number[], language: string): string {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  const words = found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return new Intl.ListFormat(language, { type: "unit", style: "short" }).format(words);
}
