import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import { BUILTIN } from "../src/providers/abilities";
import type { Entry, Transport, TransportOptions } from "../src/providers/transport";

/** A provider's transport that writes down what it is told. */
export class FakeTransport implements Transport {
  static readonly all: FakeTransport[] = [];
  readonly abilities = { ...BUILTIN, provider: "elsewhere", safetyCode: false };
  readonly told: string[] = [];

  constructor(readonly options: TransportOptions) {
    FakeTransport.all.push(this);
  }

  prepare = async () => undefined;
  admitted = (entry: Entry) => void this.told.push(`admitted ${entry.join?.roomName}`);
  greeted = async (snapshot: CallSnapshot) => void this.told.push(`greeted ${snapshot.peers.map(({ peer }) => peer).join()}`);
  resumed = () => void this.told.push("resumed");
  handle = (frame: ServerFrame) => void this.told.push(frame.type);
  start = () => void this.told.push("start");
  refresh = () => undefined;
  retryPicture = () => undefined;
  retryRoom = () => void this.told.push("retryRoom");
  ending = () => void this.told.push("ending");
  heard = async () => ({ own: 0, other: 0 });
  safetyCode = async () => ({ state: "unsupported" as const });
  attach = () => {
    this.told.push("attach");
    return () => void this.told.push("detach");
  };
  close = () => void this.told.push("close");
}
