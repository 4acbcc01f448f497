interface Kept { seq: number; text: string }

/** Numbered frames the server has not acknowledged yet. */
export class ReplayBuffer {
  private frames: Kept[] = [];

  keep(seq: number, text: string): void {
    this.frames.push({ seq, text });
  }

  acknowledged(seq: number): void {
    this.frames = this.frames.filter((frame) => frame.seq > seq);
  }

  all(): string[] {
    return this.frames.map((frame) => frame.text);
  }

  clear(): void {
    this.frames = [];
  }
}
