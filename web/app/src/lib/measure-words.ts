/** Measured values as people read them; a dash for what nobody knows. */
export const NONE = "–";

export class MeasureWords {
  constructor(private readonly language: string) {}

  number(value: number | null | undefined, digits = 0): string {
    if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
  }

  milliseconds(value: number | null | undefined): string {
    return this.with(this.number(value), "ms");
  }

  /** @param value bit/s */
  rate(value: number | null | undefined): string {
    if (value === null || value === undefined) return NONE;
    return value >= 1_000_000 ? this.with(this.number(value / 1_000_000, 1), "Mbit/s") : this.with(this.number(value / 1_000), "kbit/s");
  }

  /** @param value 0 to 1; below ten per cent with a decimal */
  percent(value: number | null | undefined): string {
    if (value === null || value === undefined) return NONE;
    return this.with(this.number(value * 100, value > 0 && value < 0.1 ? 1 : 0), "%");
  }

  seconds(milliseconds: number | null | undefined): string {
    return milliseconds === null || milliseconds === undefined ? NONE : this.with(this.number(milliseconds / 1000, 1), "s");
  }

  private with(number: string, unit: string): string {
    return number === NONE ? NONE : `${number}\u00a0${unit}`;
  }
}
