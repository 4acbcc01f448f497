import type { IceServers } from "@consilium/protocol";
import type { LocalMedia } from "./media/local-media";
import type { Uploads } from "./recording/uploads";
import type { SocketPort } from "./signalling/session";

export interface Entry { consultation: string; ticket: string; iceServers: IceServers; seatTaken: boolean }

export interface CallOptions {
  url: string;
  /** Asks the server to come in; throws `{final: true}` when trying again cannot help. */
  entry: (signal: AbortSignal) => Promise<Entry>;
  media: LocalMedia;
  relayOnly?: boolean;
  /** Keeps and sends what this page records; without it the page does not record. */
  uploads?: (owner: string) => Promise<Uploads>;
  socket?: (url: string) => SocketPort;
}
