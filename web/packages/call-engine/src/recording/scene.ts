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

/** Whether anybody's microphone is on. */
export function talking({ participants }: CallSnapshotState): boolean {
  return participants.some(({ present, media }) => present && media.microphone);
}

/** What the call leaves of the way. */
export function wayOf({ quality, sending }: CallSnapshotState, over: boolean): Way {
  return { busy: !over, available: quality?.interval.availableUp ?? null, narrow: sending?.reason === "network" && sending.rung !== "720p" };
}

/** The loudest voice in a connection's counters, ours or theirs. */
export function loudestIn(report: RTCStatsReport): number {
  let loudest = 0;
  report.forEach((entry: { type: string; kind?: string; audioLevel?: number }) => {
    if (entry.kind === "audio" && (entry.type === "inbound-rtp" || entry.type === "media-source")) loudest = Math.max(loudest, entry.audioLevel ?? 0);
  });
  return loudest;
}

function first(stream: MediaStream | null | undefined): MediaStreamTrack | null {
  return stream?.getTracks()[0] ?? null;
}
