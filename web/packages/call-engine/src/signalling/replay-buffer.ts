interface Kept { seq: number; text: string }

const MOST_FRAMES = 256;
const MOST_CHARACTERS = 256 * 1024;

/** Numbered frames the server has not acknowledged yet: at most 256 frames or 256 KiB. */
export class ReplayBuffer {
  private frames: Kept[] = [];
  private characters = 0;
  /** Something had to be dropped: the session cannot be resumed without a gap. */
  overflown = false;

  keep(seq: number, text: string): void {
    this.frames.push({ seq, text });
    this.characters += text.length;
    if (this.frames.length > MOST_FRAMES || this.characters > MOST_CHARACTERS) {
      this.clear();
      this.overflown = true;
    }
  }

  acknowledged(seq: number): void {
    while (this.frames[0] && this.frames[0].seq <= seq) {
      this.characters -= this.frames.shift()?.text.length ?? 0;
    }
  }

  all(): string[] {
    return this.frames.map((frame) => frame.text);
  }

  clear(): void {
    this.frames = [];
    this.characters = 0;
    this.overflown = false;
  }
}
