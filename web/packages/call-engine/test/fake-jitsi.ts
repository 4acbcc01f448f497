import type { JitsiApi, JitsiMaker } from "../src/providers/jitsi-api";

type Listener = (event: never) => void;

/** One frame of Jitsi's whose inside the test holds. */
export class FakeJitsi implements JitsiApi {
  static readonly all: FakeJitsi[] = [];
  static readonly asked: string[] = [];
  static there = true;
  static load = async (address: string): Promise<JitsiMaker> => {
    FakeJitsi.asked.push(address);
    if (!FakeJitsi.there) throw new Error("no script");
    return FakeJitsi as unknown as JitsiMaker;
  };
  readonly told: string[] = [];
  disposed = 0;
  private readonly listeners = new Map<string, Listener[]>();

  constructor(readonly domain: string, readonly options: Record<string, unknown>) {
    FakeJitsi.all.push(this);
  }

  static get last(): FakeJitsi {
    return FakeJitsi.all.at(-1) as FakeJitsi;
  }

  get config(): Record<string, unknown> {
    return this.options["configOverwrite"] as Record<string, unknown>;
  }

  /** Also with what was given along. */
  readonly commands: unknown[][] = [];
  executeCommand = (command: string, ...values: unknown[]) => {
    this.told.push(command);
    this.commands.push([command, ...values]);
  };
  addListener = (event: string, listener: Listener) => void this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  dispose = () => void this.disposed++;

  says(event: string, body: object = {}): void {
    for (const listener of this.listeners.get(event) ?? []) listener(body as never);
  }
}
