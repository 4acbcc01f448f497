import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { split, type Segment } from "../../src/recording/segment";
import { TakeWriter, Unfit } from "../../src/recording/take-writer";

function writer(options: { largest?: number | undefined; fail?: boolean; unfit?: boolean } = {}) {
  const kept: Segment[] = [];
  const clock = { now: 1_000_000 };
  const take = new TakeWriter({
    recording: "r", take: 3, now: () => clock.now, ...(options.largest ? { largest: () => options.largest } : {}),
    fits: () => !options.unfit,
    keep: async (segment) => { if (options.fail) throw new Error("full"); kept.push(segment); },
  });
  return { kept, clock, take };
}
const blob = (text: string) => new Blob([text]);
const textOf = ({ bytes }: Segment) => new TextDecoder().decode(bytes);

describe("R4: what the recorder gives becomes segments", () => {
  it("numbered, in order, each with its time and its SHA-256", async () => {
    const { kept, clock, take } = writer();
    clock.now += 1_000;
    const first = take.write(blob("one"), false);
    clock.now += 900;
    await Promise.all([first, take.write(blob("two"), true)]);
    expect(kept.map(({ recording, take: number, index, from, to, final }) => [recording, number, index, from, to, final])).toEqual([
      ["r", 3, 0, 1_000_000, 1_001_000, false], ["r", 3, 1, 1_001_000, 1_001_900, true],
    ]);
    expect(kept[0]?.sha256).toBe(createHash("sha256").update("one").digest("base64"));
  });

  it("begins when the recorder does, not when it was asked to", async () => {
    const { kept, clock, take } = writer();
    clock.now += 700;
    take.started();
    clock.now += 1_000;
    await take.write(blob("one"), false);
    expect(kept.map(({ from, to }) => [from, to])).toEqual([[1_000_700, 1_001_700]]);
  });

  it("says so, and keeps nothing, when what comes first is of no use without the rest", async () => {
    const { kept, take } = writer({ unfit: true });
    await expect(take.write(blob("one"), false)).rejects.toThrow(Unfit);
    await take.write(new Blob(), true);
    expect(kept.map(({ index, final, bytes }) => [index, final, bytes.byteLength])).toEqual([[0, true, 0]]);
  });

  it("F12: a huge chunk is cut into parts the server takes, and only its last part is final", async () => {
    const { kept, clock, take } = writer({ largest: 4 });
    clock.now += 1_000;
    await take.write(blob("0123456789"), true);
    expect(kept.map(textOf)).toEqual(["0123", "4567", "89"]);
    expect(kept.map(({ index, final }) => [index, final])).toEqual([[0, false], [1, false], [2, true]]);
    expect(kept.map(({ from, to }) => [from, to])).toEqual([[1_000_000, 1_000_333], [1_000_333, 1_000_667], [1_000_667, 1_001_000]]);
  });

  it("R1: what comes after the stop ends when it was stopped, not when it came", async () => {
    const { kept, clock, take } = writer();
    clock.now += 400;
    take.stopped();
    clock.now += 700;
    await take.write(blob("rest"), true);
    expect(kept[0]).toMatchObject({ from: 1_000_000, to: 1_000_400 });
  });

  it("says when it cannot be kept", async () => {
    await expect(writer({ fail: true }).take.write(blob("x"), false)).rejects.toThrow("full");
  });

  it("a final segment may be empty", () => {
    expect(split(new ArrayBuffer(0)).map(({ byteLength }) => byteLength)).toEqual([0]);
  });
});

describe("R4: a part that this browser could not keep", () => {
  it("leaves no number that the server would wait for: the next one is the end, and empty", async () => {
    const kept: Segment[] = [];
    let room = true;
    const take = new TakeWriter({ recording: "r", take: 3, now: () => 1_000, fits: () => true, keep: async (segment) => { if (!room) throw new Error("full"); kept.push(segment); } });
    await take.write(blob("one"), false);
    room = false;
    await expect(take.write(blob("two"), false)).rejects.toThrow();
    room = true;
    await take.write(blob("three"), false);
    await take.write(blob("four"), true);
    expect(kept.map((one) => [one.index, one.final, textOf(one)])).toEqual([[0, false, "one"], [1, true, ""]]);
  });
});

describe("R1: a computer that slept", () => {
  it("keeps nothing that it recorded around its sleep, and ends the take where it still knew the time", async () => {
    const kept: Segment[] = [];
    let [now, awake] = [1_000, true];
    const take = new TakeWriter({ recording: "r", take: 3, now: () => now, fits: () => true, holds: () => awake, keep: async (segment) => { kept.push(segment); } });
    now = 2_000;
    await take.write(blob("before"), false);
    [now, awake] = [2_900, false];
    await take.write(blob("after"), false);
    await take.write(blob("rest"), true);
    expect(kept.map((one) => [one.index, one.final, one.from, one.to, textOf(one)])).toEqual([[0, false, 1_000, 2_000, "before"], [1, true, 2_000, 2_000, ""]]);
  });
});
