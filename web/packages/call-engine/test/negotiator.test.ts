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

  ice = "ice";
  refuses = false;

  async createOffer(): Promise<{ sdp: string }> {
    return { sdp: `offer-${this.count}\r\na=ice-ufrag:${this.ice}` };
  }

  async setLocalDescription(given?: { type: RTCSdpType; sdp?: string }): Promise<void> {
    await Promise.resolve();
    if (given?.type === "rollback") {
      this.signalingState = "stable";
      return;
    }
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.localDescription = { type, sdp: given?.sdp ?? `${type}-${++this.count}` };
    this.signalingState = type === "offer" ? "have-local-offer" : "stable";
  }

  async setRemoteDescription(description: Description): Promise<void> {
    await Promise.resolve();
    if (this.refuses) throw new Error("InvalidAccessError");
    if (description.type === "answer" && this.signalingState !== "have-local-offer") throw new Error("InvalidStateError");
    this.remoteDescription = description;
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
  }

  async addIceCandidate(candidate: Candidate | null): Promise<void> {
    if (!this.remoteDescription) throw new Error("InvalidStateError");
    this.candidates.push(candidate);
  }
}

function side(polite: boolean, startsAfresh?: () => boolean) {
  const port = new FakeConnection();
  const sent: Description[] = [];
  const tune = { text: "" };
  const negotiator = new Negotiator(port, {
    polite, send: (description) => sent.push(description), beforeAnswer: async () => undefined, tune: (sdp) => sdp + tune.text, ...(startsAfresh ? { startsAfresh } : {}),
  });
  return { port, sent, negotiator, tune };
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

  it("takes no offer back where that would cost the picture: a new connection comes instead", async () => {
    const patient = side(true, () => true);
    await patient.negotiator.offer();
    await patient.negotiator.description({ type: "offer", sdp: "o" });
    expect([patient.port.signalingState, patient.port.remoteDescription, patient.sent.length]).toEqual(["have-local-offer", null, 1]);
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

  describe("reading the other side's last words anew", () => {
    const answered = async () => {
      const patient = side(true);
      await patient.negotiator.description({ type: "offer", sdp: "remote a=setup:actpass" });
      patient.port.localDescription = { type: "answer", sdp: "own\r\na=setup:active\r\na=ice-ufrag:ice" };
      patient.tune.text = " tuned";
      return patient;
    };

    it("tells the other side nothing, and ends stable", async () => {
      const patient = await answered();
      const said = patient.sent.length;
      await patient.negotiator.retune();
      expect(patient.port.remoteDescription?.sdp).toMatch(/ tuned$/);
      expect([patient.sent.length, patient.port.signalingState]).toEqual([said, "stable"]);
    });

    it("waits for the negotiation under way", async () => {
      const doctor = side(false);
      await doctor.negotiator.offer();
      await doctor.negotiator.retune();
      expect([doctor.port.signalingState, doctor.port.remoteDescription]).toEqual(["have-local-offer", null]);
    });

    it("does not take an ICE restart away from the other side", async () => {
      const patient = await answered();
      patient.port.ice = "another";
      await patient.negotiator.retune();
      expect(patient.port.remoteDescription?.sdp).not.toMatch(/tuned/);
      expect(patient.port.signalingState).toBe("stable");
    });

    it("leaves everything as it was when the browser does not want it", async () => {
      const patient = await answered();
      patient.port.refuses = true;
      await patient.negotiator.retune();
      expect([patient.port.signalingState, patient.port.remoteDescription?.sdp]).toEqual(["stable", "remote a=setup:actpass"]);
    });
  });
});
