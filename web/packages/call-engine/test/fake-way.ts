import { vi } from "vitest";
import type { FakePeerConnection } from "./fake-peer";

/** What Chromium says of a connection that carries so much. */
export class FakeWay {
  private readonly start = performance.now();
  private bytes = 0;
  private frames = 0;
  loss = 0;
  /** Nothing comes from the other side. */
  silent = false;
  private received = 0;

  constructor(private readonly peer: () => FakePeerConnection, public available: number) {}

  /** Time goes by, and the page looks. */
  async passes(milliseconds: number): Promise<void> {
    for (let gone = 0; gone < milliseconds; gone += 250) {
      this.tell();
      await vi.advanceTimersByTimeAsync(250);
    }
  }

  private tell(): void {
    const timestamp = performance.now() - this.start + 1;
    this.bytes += Math.min(this.available, 2_500_000) / 8 / 4;
    this.frames += 7;
    if (!this.silent) this.received += 60_000;
    this.peer().report = [
      { id: "t", type: "transport", timestamp, selectedCandidatePairId: "p" },
      { id: "p", type: "candidate-pair", timestamp, availableOutgoingBitrate: this.available, bytesSent: this.bytes, bytesReceived: this.received },
      { id: "o", type: "outbound-rtp", kind: "video", timestamp, targetBitrate: this.available, framesEncoded: this.frames, packetsSent: this.frames },
      { id: "r", type: "remote-inbound-rtp", kind: "audio", timestamp, fractionLost: this.loss },
    ];
  }
}
