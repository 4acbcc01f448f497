import { describe, expect, it } from "vitest";
import { faultsIn } from "../src/lib/check-words";

describe("what a check of a recording found", () => {
  it("is a line for each kind of fault in each take, and names the parts in runs", () => {
    const lost = (take: number, index: number) => ({ fault: "LOST" as const, take, index });
    const findings = [lost(1, 9), lost(1, 3), lost(1, 4), lost(1, 5), { fault: "CHANGED" as const, take: 1, index: 0 }, lost(2, 7)];
    expect(faultsIn(findings, "STOPPED", "en")).toEqual([
      { fault: "LOST", take: 1, count: 4, numbers: "3–5, 9" }, { fault: "CHANGED", take: 1, count: 1, numbers: "0" }, { fault: "LOST", take: 2, count: 1, numbers: "7" },
    ]);
  });

  it("is nothing for a recording that was deleted: its key is gone as it should be", () => {
    const erased = [{ fault: "ERASED" as const, take: 0, index: 0 }];
    expect(faultsIn(erased, "DELETED", "en")).toEqual([]);
    expect(faultsIn(erased, "STOPPED", "en")).toHaveLength(1);
  });
});
