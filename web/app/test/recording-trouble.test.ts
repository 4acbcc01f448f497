import type { Participant } from "@consilium/call-engine";
import { describe, expect, it } from "vitest";
import { troubleWords, voiceOf } from "../src/pages/call/recording/trouble";

const people = [{ id: "doctor", name: "Dr Weber", present: true }, { id: "patient", name: "Maria Rossi", present: true }] as Participant[];
const t = ((key: string, values?: { name: string }) => `${key}${values ? ` ${values.name}` : ""}`) as never;
const said = (trouble: "OWN_VOICE" | "OTHER_VOICE" | "SILENT", recorder: string) => troubleWords(t, trouble, voiceOf(trouble, recorder, people), "doctor");

describe("R8: the doctor reads whose voice is missing", () => {
  it("when their own page records", () => {
    expect(said("OWN_VOICE", "doctor")).toBe("recording.trouble.VOICE_ME");
    expect(said("OTHER_VOICE", "doctor")).toBe("recording.trouble.VOICE_THEM Maria Rossi");
  });

  it("when the patient's page records", () => {
    expect(said("OWN_VOICE", "patient")).toBe("recording.trouble.VOICE_THEM Maria Rossi");
    expect(said("OTHER_VOICE", "patient")).toBe("recording.trouble.VOICE_ME");
  });

  it("and nobody's where all sound is missing, or whoever it was has gone", () => {
    expect(said("SILENT", "doctor")).toBe("recording.trouble.SILENT");
    expect(troubleWords(t, "OTHER_VOICE", voiceOf("OTHER_VOICE", "doctor", people.slice(0, 1)), "doctor")).toBe("recording.trouble.SILENT");
  });
});
