import type { Receive } from "@consilium/protocol";
import type { Ladder } from "../quality/ladder-state";
import { rungAt, SMALLEST, SOUND, TOP } from "../quality/rungs";

/** How one track is to be sent. */
export interface Encoding {
  active: boolean;
  maxBitrate: number;
  maxFramerate?: number;
  scaleResolutionDownBy?: number;
  /** What the browser gives up first when even that is too much. */
  keep?: "framerate" | "resolution";
  priority: "high" | "medium" | "low";
}

export interface Size { width?: number | undefined; height?: number | undefined }

/** What else decides about a picture. `receive`: what the other side wants; `saving`: this side wants few bytes. */
export interface Circumstances { receive: Receive; saving: boolean; sharing: boolean }

const SAVING_FPS = 15;
const VOICE = 32_000;
/** Still clear to understand, when there is hardly more. */
const NARROW_VOICE = 20_000;
/** Beside a shared screen the camera is a small tile. */
const TILE = 120_000;
/**
 * While the way drains: a picture so small that its key frame fits into two packets. Once the other side has it, it stops
 * asking for everything that got lost before, and that is most of what is under way.
 */
const DRAINING = { lines: 90, fps: 10, takes: 50_000 };

/** The voice goes first. */
export function voiceEncoding(ladder: Ladder): Encoding {
  return { active: true, maxBitrate: ladder.rung === SOUND ? NARROW_VOICE : VOICE, priority: "high" };
}

export function cameraEncoding(ladder: Ladder, { receive, saving, sharing }: Circumstances, size: Size): Encoding {
  const small = receive !== "full" || saving || sharing;
  const rung = ladder.drainUntil !== null ? DRAINING : rungAt(small ? Math.max(SMALLEST, ladder.rung) : ladder.rung);
  const most = sharing ? TILE : ladder.knock?.asking ? ladder.limit : rung.takes;
  return {
    active: flows(ladder, receive) && (ladder.drainUntil === null || !ladder.dark),
    maxBitrate: Math.max(1, Math.min(ladder.limit, most)),
    maxFramerate: Math.max(1, small ? Math.min(SAVING_FPS, rung.fps) : rung.fps),
    scaleResolutionDownBy: scale(size, rung.lines),
    // While one asks for more, less is sent for a moment: no reason to make the picture smaller.
    keep: ladder.knock ? "resolution" : "framerate",
    priority: "low",
  };
}

/** Every line stays, for text must stay readable; frames are what is given up. */
export function screenEncoding(ladder: Ladder, { receive, saving }: Circumstances): Encoding {
  const small = receive !== "full" || saving;
  const { screen } = rungAt(small ? Math.max(SMALLEST, ladder.rung) : ladder.knock?.asking ? TOP : ladder.rung);
  return {
    active: flows(ladder, receive) && ladder.drainUntil === null,
    maxBitrate: Math.max(1, screen.takes),
    maxFramerate: Math.max(1, screen.fps),
    scaleResolutionDownBy: 1,
    keep: "resolution",
    priority: "medium",
  };
}

function flows(ladder: Ladder, receive: Receive): boolean {
  return receive !== "sound" && ladder.rung !== SOUND;
}

/** By the shorter side, so that a telephone held upright loses no more than one held across. Never larger than it is. */
function scale({ width, height }: Size, lines: number): number {
  const shorter = Math.min(width ?? 0, height ?? 0);
  return shorter > lines && lines > 0 ? shorter / lines : 1;
}
