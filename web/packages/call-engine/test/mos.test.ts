import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mos, type Heard } from "../src/quality/mos";

interface Row extends Heard { what: string; mos: number }
const table = JSON.parse(readFileSync(new URL("../../../../protocol/quality/mos.json", import.meta.url), "utf8")) as Row[];

describe("Q6: the golden table, which the server's MOS is held to as well", () => {
  it("is there", () => expect(table.length).toBeGreaterThan(10));

  it.each(table)("$what", (row) => {
    expect(mos(row)).toBeCloseTo(row.mos, 4);
  });
});

it("says nothing of a connection whose round trip is not known", () => {
  expect(mos({ rtt: null, loss: 0, jitterBuffer: 40, concealed: 0 })).toBeNull();
});
