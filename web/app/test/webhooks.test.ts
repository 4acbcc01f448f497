import { describe, expect, it } from "vitest";
import type { Delivery } from "../src/pages/clinic/webhooks/api";
import { eventWord, lookAgain, outcomeOf, reasonOf } from "../src/pages/clinic/webhooks/outcome";
import { flat, section } from "./languages";

const attempt = (status: number, problem: string | null = null) => ({ at: "2030-01-07T12:00:00Z", status, problem, millis: 80 });
const delivery = (status: Delivery["status"], ...attempts: Delivery["attempts"]): Delivery =>
  ({ id: "d", messageId: "evt_1", type: "appointment.booked", body: "{}", status, createdAt: "2030-01-07T12:00:00Z", nextAt: null, attempts });

describe("A10: what became of a delivery", () => {
  it.each([
    ["WAITING", null, delivery("PENDING")],
    ["TRYING", { status: 503 }, delivery("PENDING", attempt(0, "TIMEOUT"), attempt(503))],
    ["TRYING", { problem: "TIMEOUT" }, delivery("PENDING", attempt(503), attempt(0, "TIMEOUT"))],
    ["DELIVERED", null, delivery("DELIVERED", attempt(503), attempt(204))],
    ["FAILED", { status: 410 }, delivery("FAILED", attempt(410))],
    ["FAILED", null, delivery("FAILED")],
  ] as const)("is %s because of %o", (outcome, reason, one) => {
    expect([outcomeOf(one), reasonOf(one)]).toEqual([outcome, reason]);
  });

  it("is looked at again soon while something is on its way for the first time", () => {
    expect(lookAgain([delivery("DELIVERED", attempt(204)), delivery("PENDING")])).toBe(2_000);
    expect(lookAgain([delivery("PENDING", attempt(503))])).toBe(20_000);
    expect(lookAgain(undefined)).toBe(20_000);
  });

  it("has words for every event that the documentation names", () => {
    const words = Object.keys(flat(section("en", "webhooks")));
    for (const type of ["appointment.booked", "consultation.ended", "webhook.test"]) expect(words).toContain(`webhooks.event.${eventWord(type)}`);
  });
});
