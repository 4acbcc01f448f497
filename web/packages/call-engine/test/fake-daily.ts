import type { DailyCall, DailyFactoryOptions } from "@daily-co/daily-js";
import type { DailySdk } from "../src/providers/daily-transport";
import type { FakeTrack } from "./fake-media";

type Listener = (event: unknown) => void;

/** One call object of Daily's whose room the test holds; writes down what it is told. */
export class FakeDaily {
  static readonly all: FakeDaily[] = [];
  /** How the next join ends: an error of Daily's, or null. */
  static refuses: string | null = null;
  static readonly sdk: DailySdk = { createCallObject: (options) => new FakeDaily(options) as unknown as DailyCall };
  readonly told: string[] = [];
  joinedWith: Record<string, unknown> | null = null;
  destroyed = false;
  stats: unknown = { networkState: "good", networkStateReasons: [], stats: { latest: { recvBitsPerSecond: 1, sendBitsPerSecond: 1 } } };
  private readonly listeners = new Map<string, Listener[]>();
  private readonly people: Record<string, unknown> = { local: { local: true, user_id: "doctor", session_id: "me" } };

  constructor(readonly options: DailyFactoryOptions) {
    FakeDaily.all.push(this);
  }

  static get last(): FakeDaily {
    return FakeDaily.all.at(-1) as FakeDaily;
  }

  on = (event: string, listener: Listener) => {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
    return this;
  };
  load = async () => void this.told.push("load");
  join = async (options: Record<string, unknown>) => {
    this.told.push("join");
    this.joinedWith = options;
    const { refuses } = FakeDaily;
    if (refuses) {
      this.says("error", { error: { type: refuses, msg: "of Daily" } });
      throw new Error(refuses);
    }
    this.says("joined-meeting", {});
  };
  participants = () => this.people;
  setInputDevicesAsync = async (sources: { audioSource?: FakeTrack; videoSource?: FakeTrack }) => void this.told.push(`sources ${Object.keys(sources).join()}`);
  setLocalAudio = (on: boolean) => void this.told.push(`audio ${on}`);
  setLocalVideo = (on: boolean) => void this.told.push(`video ${on}`);
  startScreenShare = () => void this.told.push("screen true");
  stopScreenShare = () => void this.told.push("screen false");
  getNetworkStats = async () => this.stats;
  destroy = async () => {
    this.destroyed = true;
    this.says("left-meeting", {});
  };

  says(event: string, body: object): void {
    for (const listener of this.listeners.get(event) ?? []) listener({ action: event, ...body });
  }

  comes(user_id: string, session_id = `of ${user_id}`): void {
    this.people[session_id] = { local: false, user_id, session_id };
    this.says("participant-joined", { participant: this.people[session_id] });
  }

  goes(user_id: string, session_id = `of ${user_id}`): void {
    const participant = this.people[session_id];
    delete this.people[session_id];
    this.says("participant-left", { participant });
  }

  sends(user_id: string, type: string, track: FakeTrack): void {
    this.says("track-started", { participant: { local: false, user_id, session_id: `of ${user_id}` }, track, type });
  }
}
