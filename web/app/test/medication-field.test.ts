// @vitest-environment jsdom
import { createElement } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Item } from "../src/api/prescriptions";
import { later, OnPage, type Later } from "./on-page";

type Found = Awaited<ReturnType<typeof prescriptions.medications>>;
const { Refusal } = await import("../src/api");
const { prescriptions } = await import("../src/api/prescriptions");
const { ItemFields } = await import("../src/pages/prescription/Fields");

const EMPTY: Item = { medication: "", dose: "", route: "", frequency: "", days: null, notes: "", code: null, system: null };
let page: OnPage;
let item: Item;
let asked: { letters: string; later: Later<Found> }[];

beforeAll(OnPage.words);
beforeEach(() => {
  page = new OnPage();
  asked = [];
  vi.spyOn(prescriptions, "medications").mockImplementation((letters) => {
    const one = { letters, later: later<Found>() };
    asked.push(one);
    return one.later.promise;
  });
});
afterEach(() => page.gone());

const draws = (next: Item): Promise<void> => {
  item = next;
  return page.shows(createElement(ItemFields, { item, onChange: (changed) => { item = changed; } }));
};
const offered = () => [...page.element.querySelectorAll<HTMLOptionElement>("datalist:first-of-type option")].filter((option) => option.closest("label")?.querySelector('[data-testid="medication"]')).map((option) => [option.value, option.textContent]);

describe("the field for a medication", () => {
  it("asks for none before there are two letters", async () => {
    await draws(EMPTY);
    await draws({ ...EMPTY, medication: " a " });
    expect([asked.length, offered()]).toEqual([0, []]);
  });

  it("offers nothing while it asks, then names with their codes", async () => {
    await draws({ ...EMPTY, medication: "amox" });
    expect(asked.map(({ letters }) => letters)).toEqual(["amox"]);
    expect(offered()).toEqual([]);
    await asked[0]?.later.answer([{ name: "amoxicillin", code: "J01CA04", system: "ATC" }] as never);
    await page.until(() => expect(offered()).toEqual([["amoxicillin", "J01CA04"]]));
  });

  it("takes what is typed also where the list does not come or has nothing of it", async () => {
    await draws({ ...EMPTY, medication: "amox" });
    await asked[0]?.later.refuse(new Refusal(0, "OFFLINE", "", {}));
    await page.type("medication", "tea of the garden");
    expect(item.medication).toBe("tea of the garden");
    expect([offered(), page.find("failure")]).toEqual([[], null]);
  });

  it("keeps no code of another name", async () => {
    await draws({ ...EMPTY, medication: "amoxicillin", code: "J01CA04", system: "ATC" });
    await page.type("medication", "amoxicillin forte");
    expect(item).toMatchObject({ medication: "amoxicillin forte", code: null, system: null });
    await draws({ ...EMPTY, medication: "amoxicillin", code: "J01CA04", system: "ATC" });
    await page.type("dose", "500 mg");
    expect(item).toMatchObject({ dose: "500 mg", code: "J01CA04", system: "ATC" });
  });
});
