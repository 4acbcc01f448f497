import type { Who } from "@consilium/call-engine";
import { describe, expect, it } from "vitest";
import { isOfClinic, lastOfClinic } from "../src/pages/call/clinic-words";

const said = (id: string, role: Who["role"]) => ({ id, from: { id: role, name: role, role } });

describe("A7: what the clinic says into a call", () => {
  it("is what an administrator wrote, and nobody else", () => {
    expect((["PATIENT", "DOCTOR", "GUEST", "ADMIN"] as const).filter((role) => isOfClinic(said("1", role)))).toEqual(["ADMIN"]);
  });

  it("is shown by its latest word, whatever was written since", () => {
    expect(lastOfClinic([said("1", "ADMIN"), said("2", "ADMIN"), said("3", "PATIENT")])?.id).toBe("2");
    expect(lastOfClinic([said("1", "DOCTOR")])).toBeNull();
    expect(lastOfClinic([])).toBeNull();
  });
});
