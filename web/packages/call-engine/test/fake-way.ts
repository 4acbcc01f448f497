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
  /** The browser says what the way carries; Firefox does not. */
  tells = true;
  /** The share of what the other side sends that gets lost. */
  lossDown = 0;
  private came = 0;
  private lost = 0;
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
    this.came += 100 * (1 - this.lossDown);
    this.lost += 100 * this.lossDown;
    if (!this.silent) this.received += 60_000;
    this.peer().report = [
      { id: "t", type: "transport", timestamp, selectedCandidatePairId: "p" },
      { id: "p", type: "candidate-pair", timestamp, ...(this.tells ? { availableOutgoingBitrate: this.available } : {}), bytesSent: this.bytes, bytesReceived: this.received },
      { id: "o", type: "outbound-rtp", kind: "video", timestamp, targetBitrate: this.available, framesEncoded: this.frames, packetsSent: this.frames },
      { id: "i", type: "inbound-rtp", kind: "video", packetsReceived: this.came, packetsLost: this.lost },
      { id: "r", type: "remote-inbound-rtp", kind: "audio", timestamp, fractionLost: this.loss },
    ];
  }
}
