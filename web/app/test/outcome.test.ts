import { describe, expect, it } from "vitest";
import type { Appointment } from "../src/api/types";
import { outcomeOf } from "../src/lib/right-button";
import { flat, section, SPOKEN } from "./languages";

const after = (status: string, endReason: string | null) => outcomeOf({ status, consultation: endReason === null ? null : { endReason } } as unknown as Appointment);

describe("how an appointment that is over is called", () => {
  it.each([
    ["NO_SHOW", "PATIENT_NO_SHOW", "NO_SHOW"],
    ["CANCELLED", "DOCTOR_NO_SHOW", "DOCTOR_NO_SHOW"],
    ["CANCELLED", "NEVER_CONNECTED", "NEVER_CONNECTED"],
    ["CANCELLED", "CANCELLED_BY_PATIENT", "CANCELLED"],
    ["CANCELLED", null, "CANCELLED"],
    ["COMPLETED", "SLOT_ELAPSED", "COMPLETED"],
    ["BOOKED", null, "BOOKED"],
  ])("%s, ended by %s: %s", (status, endReason, outcome) => {
    expect(after(status, endReason)).toBe(outcome);
  });

  it.each(SPOKEN)("%s says who did not come: to themselves in other words than to the others", (language) => {
    const words = flat(section(language, "first"));
    const said = ["NO_SHOW", "NO_SHOW_PATIENT", "DOCTOR_NO_SHOW", "DOCTOR_NO_SHOW_DOCTOR"].map((one) => words[`appointment.status.${one}`]);
    expect(said.every(Boolean)).toBe(true);
    expect(said[0]).not.toBe(said[1]);
    expect(said[2]).not.toBe(said[3]);
    expect(said[0]).not.toBe(said[2]);
  });
});
