import { describe, expect, it } from "vitest";
import { heard, isSilent, UNHEARD } from "../src/peer/silence";

const after = (looks: string) => [...looks].reduce((hearing, look) => heard(hearing, look === "x"), UNHEARD);

describe("Q4: what used to arrive all the time has stopped", () => {
  it("is silent after three looks without anything", () => {
    expect(isSilent(after("xxxxxxxx.."))).toBe(false);
    expect(isSilent(after("xxxxxxxx..."))).toBe(true);
    expect(isSilent(after("xxxxxxxx.........."))).toBe(true);
    expect(isSilent(after("xxxxxxxx...x"))).toBe(false);
  });

  it("one look now and then without anything is no silence, and takes none away", () => {
    expect(isSilent(after("xx.xxx.xxx.x"))).toBe(false);
    expect(isSilent(after("xx.xxx.xxx.x..."))).toBe(true);
  });

  it("who was hardly heard before is not missed: muted, unseen, or only just there", () => {
    expect(isSilent(after("x...x...x...x...."))).toBe(false);
    expect(isSilent(after("xxxxx..."))).toBe(false);
    expect(isSilent(after("xxxxxxxx.........x..."))).toBe(false);
    expect(isSilent(after("..........."))).toBe(false);
  });
});
