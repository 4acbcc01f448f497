const LOUD = 0.02;
/** A cough does not change the picture. */
const TO_TAKE_OVER = 1_200;

/** Who is large: whoever has spoken for more than a moment, until somebody else does. */
export class Speaker {
  current: string | null = null;
  private candidate: string | null = null;
  private since = 0;

  look(levels: ReadonlyMap<string, number>, at: number): string | null {
    if (this.current !== null && !levels.has(this.current)) this.current = null;
    const [loudest, level] = [...levels].reduce<[string | null, number]>((most, one) => (one[1] > most[1] ? one : most), [null, LOUD]);
    if (loudest === null || level <= LOUD || loudest === this.current) {
      this.candidate = null;
      return this.current;
    }
    if (loudest !== this.candidate) {
      this.candidate = loudest;
      this.since = at;
    }
    if (this.current === null || at - this.since >= TO_TAKE_OVER) this.current = loudest;
    return this.current;
  }
}
