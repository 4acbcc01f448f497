// @vitest-environment jsdom
import { createElement } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Verified } from "../src/api/prescriptions";
import { later, OnPage, say, type Later } from "./on-page";

vi.mock("../src/components/LanguageChoice", () => ({ LanguageChoice: () => null }));
vi.mock("../src/hooks/useApp", () => ({ useApp: () => ({ name: "Linden Clinic" }) }));
const { prescriptions } = await import("../src/api/prescriptions");
const { Refusal } = await import("../src/api");
const { default: VerifyPage } = await import("../src/pages/verify/VerifyPage");

const nothing: Verified = { standing: "UNKNOWN", clinic: null, doctor: null, full: null, initials: null, licence: null, proof: null, signedAt: null, version: null, withdrawnAt: null, yearOfBirth: null };
const signed: Verified = { ...nothing, standing: "GENUINE", clinic: "Linden Clinic", doctor: "Dr Ada Berg", licence: "LZ-77", signedAt: "2030-01-07T09:00:00Z", version: 1, initials: "J. D.", yearOfBirth: 1980 };

let page: OnPage;
let asked: { code: string; later: Later<Verified> }[];

beforeAll(OnPage.words);
beforeEach(() => {
  page = new OnPage();
  asked = [];
  vi.spyOn(prescriptions, "verify").mockImplementation((code) => {
    const one = { code, later: later<Verified>() };
    asked.push(one);
    return one.later.promise;
  });
});
afterEach(async () => {
  await page.gone();
  location.hash = "";
});

async function at(hash: string): Promise<void> {
  location.hash = hash;
  await page.shows(createElement(VerifyPage));
}
const standing = () => page.find("verified")?.dataset["standing"] ?? null;
const button = () => page.find("verify-check") as HTMLButtonElement;

describe("the page that checks a prescription's code", () => {
  it("asks nobody while there is no code", async () => {
    await at("");
    expect(button().disabled).toBe(true);
    await page.type("verify-code", "   ");
    expect(button().disabled).toBe(true);
    expect([asked.length, standing(), page.find("failure")]).toEqual([0, null, null]);
  });

  it("asks at once for the code of a link, says that it asks, and then what stands behind the code", async () => {
    await at("#AB12-CD34");
    expect(asked.map(({ code }) => code)).toEqual(["AB12-CD34"]);
    expect(page.role("status")?.textContent).toBe(say("common.loading"));
    await asked[0]?.later.answer(signed);
    expect(standing()).toBe("GENUINE");
    expect(page.text("verified")).toContain("Dr Ada Berg");
    expect(page.text("verified")).toContain("J. D., 1980");
    expect(page.text("verified")).toContain(say("verify.half"));
    expect(page.element.textContent).not.toContain(say("common.loading"));
  });

  it.each(["GENUINE", "SUPERSEDED", "WITHDRAWN", "ALTERED", "UNKNOWN"] as const)("says of %s what it is and what to do", async (which) => {
    await at("#AB12");
    await asked[0]?.later.answer({ ...nothing, standing: which });
    expect(page.role("status")?.querySelector("h2")?.textContent).toBe(say(`verify.standing.${which}`));
    expect(page.text("verified")).toContain(say(`verify.help.${which}`));
    expect(page.element.querySelector("dl")).toBeNull();
  });

  it("says why it could not be checked, and takes the sentence back when it is checked again", async () => {
    await at("#AB12");
    await asked[0]?.later.refuse(new Refusal(0, "OFFLINE", "", {}));
    expect(page.text("failure")).toBe(say("errors.OFFLINE"));
    expect(standing()).toBeNull();
    await page.press("verify-check");
    expect(page.find("failure")).toBeNull();
    await asked[1]?.later.answer(signed);
    expect(standing()).toBe("GENUINE");
  });

  it("never shows the answer to one code beside another", async () => {
    await at("#OLD");
    await page.type("verify-code", "NEW");
    await page.press("verify-check");
    await asked[1]?.later.answer(nothing);
    await asked[0]?.later.answer(signed);
    expect(standing()).toBe("UNKNOWN");
    await page.type("verify-code", "NEWER");
    expect(standing()).toBeNull();
  });

  it("does not fall over a link that somebody cut off in the middle of a sign", async () => {
    await at("#AB%2");
    expect(asked.map(({ code }) => code)).toEqual(["AB%2"]);
  });
});
