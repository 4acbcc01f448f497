/** How much picture is recorded. Fewer frames first, then smaller: the call itself goes before its recording. */
export interface Effort { fps: number; scale: number }

export const EFFORTS: readonly Effort[] = [
  { fps: 30, scale: 1 }, { fps: 20, scale: 1 }, { fps: 15, scale: 1 }, { fps: 10, scale: 1 }, { fps: 10, scale: 2 / 3 }, { fps: 6, scale: 0.5 },
];

/** What the last second was like. */
export interface Strain {
  /** Frames drawn of those wanted, 0 to 1. */
  drawn: number;
  /** Share of the time that drawing took on the page. */
  drawing: number;
  /** The call itself is held back by the device. */
  busy: boolean;
}

const BEFORE_LESS = 2;
const BEFORE_MORE = 15;

/** Steps down soon and up late; what was too much once waits twice as long before it is tried again. */
export class EffortControl {
  private step: number;
  private hard = 0;
  private easy = 0;
  private patience = BEFORE_MORE;

  constructor(start = 0) {
    this.step = start;
  }

  get now(): Effort {
    return EFFORTS[this.step] as Effort;
  }

  /** Once a second. */
  look({ drawn, drawing, busy }: Strain): Effort {
    const strained = busy || drawn < 0.75 || drawing > 0.4;
    this.hard = strained ? this.hard + 1 : 0;
    this.easy = strained || drawing > 0.25 ? 0 : this.easy + 1;
    if (this.hard >= BEFORE_LESS && this.step < EFFORTS.length - 1) {
      this.step++;
      this.hard = 0;
      this.patience = Math.min(240, this.patience * 2);
    } else if (this.easy >= this.patience && this.step > 0) {
      this.step--;
      this.easy = 0;
    }
    return this.now;
  }
}
