import type { Candidate, Description } from "@consilium/protocol";
import { describe, expect, it } from "vitest";
import { Negotiator, type NegotiablePort } from "../src/peer/negotiator";

/** The signalling part of an RTCPeerConnection (JSEP, RFC 9429), rollback included. */
class FakeConnection implements NegotiablePort {
  signalingState: RTCSignalingState = "stable";
  remoteDescription: Description | null = null;
  localDescription: Description | null = null;
  readonly candidates: (Candidate | null)[] = [];
  private count = 0;

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.localDescription = { type, sdp: `${type}-${++this.count}` };
    this.signalingState = type === "offer" ? "have-local-offer" : "stable";
  }

  async setRemoteDescription(description: Description): Promise<void> {
    await Promise.resolve();
    if (description.type === "answer" && this.signalingState !== "have-local-offer") throw new Error("InvalidStateError");
    this.remoteDescription = description;
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
  }

  async addIceCandidate(candidate: Candidate | null): Promise<void> {
    if (!this.remoteDescription) throw new Error("InvalidStateError");
    this.candidates.push(candidate);
  }
}

function side(polite: boolean) {
  const port = new FakeConnection();
  const sent: Description[] = [];
  const negotiator = new Negotiator(port, {
    polite, send: (description) => sent.push(description), beforeAnswer: async () => undefined, tune: (sdp) => sdp,
  });
  return { port, sent, negotiator };
}
const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: null };

describe("the negotiator", () => {
  it("answers an offer", async () => {
    const patient = side(true);
    await patient.negotiator.description({ type: "offer", sdp: "o" });
    expect(patient.sent).toEqual([{ type: "answer", sdp: "answer-1" }]);
    expect(patient.port.signalingState).toBe("stable");
  });

  it("keeps candidates until there is a remote description", async () => {
    const patient = side(true);
    await patient.negotiator.candidate(candidate);
    expect(patient.port.candidates).toHaveLength(0);
    await patient.negotiator.description({ type: "offer", sdp: "o" });
    expect(patient.port.candidates).toEqual([candidate]);
  });

  it("settles two simultaneous offers on the impolite one", async () => {
    const patient = side(true);
    const doctor = side(false);
    await Promise.all([patient.negotiator.offer(), doctor.negotiator.offer()]);
    await doctor.negotiator.description(patient.sent[0] as Description);
    expect(doctor.sent).toHaveLength(1);
    await patient.negotiator.description(doctor.sent[0] as Description);
    await doctor.negotiator.description(patient.sent[1] as Description);
    expect([patient.port.signalingState, doctor.port.signalingState]).toEqual(["stable", "stable"]);
  });

  it("drops an answer nobody waits for", async () => {
    const doctor = side(false);
    await doctor.negotiator.description({ type: "answer", sdp: "late" });
    expect(doctor.port.remoteDescription).toBeNull();
  });

  it("says its offer again after a break, and only then", async () => {
    const doctor = side(false);
    await doctor.negotiator.offer();
    doctor.negotiator.repeat();
    expect(doctor.sent).toHaveLength(2);
    await doctor.negotiator.description({ type: "answer", sdp: "a" });
    doctor.negotiator.repeat();
    expect(doctor.sent).toHaveLength(2);
  });
});
