import type { CallSnapshotState } from "../call-state";
import type { LocalMediaState } from "../media/local-media";
import type { Sitter } from "./layout";
import type { Way } from "./pace";

/** Everybody who is present, with what they show and say now. */
export function inTheRoom(state: CallSnapshotState, local: LocalMediaState): Sitter[] {
  return state.participants.filter(({ id, present }) => present || id === state.me).map(({ id, name, media }): Sitter => {
    if (id === state.me) {
      return { id, name, camera: local.camera.on ? local.camera.track : null, screen: local.screen.track, voice: local.microphone.track };
    }
    const remote = state.remote[id];
    const camera = media.camera && !media.paused ? remote?.camera : null;
    return { id, name, camera: first(camera), screen: first(media.screen ? remote?.screen : null), voice: first(remote?.audio) };
  });
}

/** What the call hears of whom, as far as a microphone is on. */
export function talking({ participants, me }: CallSnapshotState, heard: { own: number; other: number }): { own: number | null; other: number | null } {
  const on = (own: boolean) => participants.some(({ id, present, media }) => (id === me) === own && (own || present) && media.microphone);
  return { own: on(true) ? heard.own : null, other: on(false) ? heard.other : null };
}

/** What the call leaves of the way. */
export function wayOf({ quality, sending }: CallSnapshotState, over: boolean): Way {
  return { busy: !over, available: quality?.interval.availableUp ?? null, narrow: sending?.reason === "network" && sending.rung !== "720p" };
}

/** Our voice and the loudest of theirs in the counters of the connections. */
export function loudestIn(reports: readonly RTCStatsReport[]): { own: number; other: number } {
  const loudest = { own: 0, other: 0 };
  const whose: Record<string, keyof typeof loudest> = { "media-source": "own", "inbound-rtp": "other" };
  for (const report of reports) {
    report.forEach((entry: { type: string; kind?: string; audioLevel?: number }) => {
      const side = entry.kind === "audio" ? whose[entry.type] : undefined;
      if (side) loudest[side] = Math.max(loudest[side], entry.audioLevel ?? 0);
    });
  }
  return loudest;
}

function first(stream: MediaStream | null | undefined): MediaStreamTrack | null {
  return stream?.getTracks()[0] ?? null;
}
