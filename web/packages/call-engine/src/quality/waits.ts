/** How long people wait: for a call to begin, and for one that broke to come back. Instants in ms; tells each wait once. */
export class Waits {
  private iCame: number | null = null;
  private theyCame: number | null = null;
  private arrived: number | null = null;
  private told = false;
  private brokenSince: number | null = null;

  constructor(private readonly tell: (what: "setUp" | "reconnect", millis: number) => void) {}

  meHere(at: number): void {
    this.iCame ??= at;
    this.settle();
  }

  themHere(at: number): void {
    this.theyCame ??= at;
    this.settle();
  }

  /** The first picture was shown; or sound came, and no camera is on. */
  mediaArrived(at: number): void {
    this.arrived ??= at;
    this.settle();
  }

  broken(at: number): void {
    if (this.told) this.brokenSince ??= at;
  }

  mended(at: number): void {
    if (this.brokenSince !== null) this.tell("reconnect", Math.round(at - this.brokenSince));
    this.brokenSince = null;
  }

  /** Nobody waits before both are here; what had arrived by then took no time. */
  private settle(): void {
    if (this.told || this.iCame === null || this.theyCame === null || this.arrived === null) return;
    this.told = true;
    this.tell("setUp", Math.round(Math.max(0, this.arrived - Math.max(this.iCame, this.theyCame))));
  }
}
