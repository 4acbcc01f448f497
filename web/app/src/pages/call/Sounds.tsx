import type { RemoteMedia } from "@consilium/call-engine";
import { Sound } from "../../components/Video";

/** The sound of everybody else, each in an element of their own that stays while others come and go. */
export function Sounds({ remote, speakerId, onBlocked }: {
  remote: Record<string, RemoteMedia>; speakerId: string | null; onBlocked: () => void;
}) {
  return Object.entries(remote).map(([person, { audio }]) => (
    <Sound key={person} stream={audio} speakerId={speakerId} onBlocked={onBlocked} />
  ));
}
