// @vitest-environment jsdom
import { createElement } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { later, OnPage, say, type Later } from "./on-page";

type Patients = Awaited<ReturnType<typeof api.patients>>;
const { api, Refusal } = await import("../src/api");
const { ChoosePatient } = await import("../src/pages/booking/ChoosePatient");

let page: OnPage;
let chosen: string[];
let asked: { query: { q: string; page: number }; later: Later<Patients> }[];

beforeAll(OnPage.words);
beforeEach(async () => {
  page = new OnPage();
  chosen = [];
  asked = [];
  vi.spyOn(api, "patients").mockImplementation((query) => {
    const one = { query, later: later<Patients>() };
    asked.push(one);
    return one.later.promise;
  });
  await page.shows(createElement(ChoosePatient, { onChoose: (id) => chosen.push(id) }));
});
afterEach(() => page.gone());

const answers = async (...names: string[]) => {
  const items = names.map((name) => ({ id: name, name, email: `${name}@clinic.example` }));
  await asked.at(-1)?.later.answer({ items, page: asked.at(-1)?.query.page ?? 0, pages: Math.ceil(names.length / 2) * 2, total: names.length * 2 });
  await page.until(() => expect(page.find("patients-found")).not.toBeNull());
};

describe("for whom the desk books", () => {
  it("is asked page by page, and a new search begins at the first page", async () => {
    expect(page.find("patients-found")).toBeNull();
    await answers("ada", "bo");
    expect(page.text("patients-found")).toBe(say("booking.patient.found", { count: 4 }));
    expect((page.find("patients-before") as HTMLButtonElement).disabled).toBe(true);
    await page.press("patients-after");
    expect(asked.at(-1)?.query).toEqual({ q: "", page: 1 });
    expect(page.find("patient-ada")).not.toBeNull();
    await answers("cy", "di");
    await page.until(() => expect(page.find("patient-cy")).not.toBeNull());
    expect((page.find("patients-after") as HTMLButtonElement).disabled).toBe(true);
    await page.type("search-patients", "ada");
    expect(asked.at(-1)?.query).toEqual({ q: "ada", page: 0 });
    await answers("ada", "adam");
    await page.until(() => expect(page.find("patient-adam")).not.toBeNull());
    await page.press("patient-adam");
    expect(chosen).toEqual(["adam"]);
  });

  it("says when nobody fits, and what to do where there is nobody yet", async () => {
    await answers();
    expect(page.text("patients-found")).toBe(say("booking.patient.nobody"));
    await page.type("search-patients", "zoe");
    await answers();
    await page.until(() => expect(page.text("patients-found")).toBe(say("booking.patient.none")));
  });

  it("says why nobody could be shown, and asks again", async () => {
    await asked[0]?.later.refuse(new Refusal(0, "OFFLINE", "", {}));
    await page.until(() => expect(page.text("failure")).toContain(say("errors.OFFLINE")));
    expect(page.find("search-patients")).not.toBeNull();
    page.find("failure")?.querySelector("button")?.click();
    await page.until(() => expect(asked.length).toBe(2));
    await answers("ada");
    await page.until(() => expect(page.find("patient-ada")).not.toBeNull());
    expect(page.find("failure")).toBeNull();
  });
});
