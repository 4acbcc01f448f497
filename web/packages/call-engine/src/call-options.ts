import type { LocalMedia } from "./media/local-media";
import type { TransportFiles } from "./providers/carrier";
import type { Entry } from "./providers/transport";
import type { Uploads } from "./recording/uploads";
import type { SocketPort } from "./signalling/session";

export interface CallOptions {
  url: string;
  /** Asks the server to come in; throws `{final: true}` when trying again cannot help. */
  entry: (signal: AbortSignal) => Promise<Entry>;
  media: LocalMedia;
  relayOnly?: boolean;
  /** Keeps and sends what this page records; without it the page does not record. */
  uploads?: (owner: string) => Promise<Uploads>;
  /** Who can carry media besides the browsers themselves, by the provider's name. */
  transports?: TransportFiles;
  socket?: (url: string) => SocketPort;
}
