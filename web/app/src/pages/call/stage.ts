import type { Participant } from "@consilium/call-engine";

/** One picture on the stage: somebody's camera or somebody's screen. */
export interface Tile { id: string; person: string; kind: "camera" | "screen"; mine: boolean }

export interface StageWish {
  me: string | null;
  participants: Participant[];
  sharing: boolean;
  pinned: string | null;
  sideBySide: boolean;
  selfShown: boolean;
}

/**
 * Which pictures are large and which are small, for any number of people. What somebody pinned is large, otherwise a screen
 * that another one shares, otherwise the others; oneself only side by side.
 */
export function arrange(wish: StageWish): { large: Tile[]; small: Tile[] } {
  const others = wish.participants.filter(({ id }) => id !== wish.me);
  const screens = others.filter(({ media }) => media.screen).map(({ id }) => tile(id, "screen", false));
  const cameras = others.map(({ id }) => tile(id, "camera", false));
  const own = wish.me !== null && wish.selfShown ? [tile(wish.me, "camera", true)] : [];
  const ownScreen = wish.me !== null && wish.sharing ? [tile(wish.me, "screen", true)] : [];
  const all = [...screens, ...cameras, ...ownScreen, ...own];
  const pinned = all.filter(({ id }) => id === wish.pinned);
  const large = pinned.length > 0 ? pinned
    : screens.length > 0 ? screens.slice(0, 1)
    : wish.sideBySide ? [...cameras, ...own]
    : cameras.length > 1 ? cameras
    : cameras.slice(0, 1);
  return { large, small: all.filter((one) => !large.includes(one)) };
}

function tile(person: string, kind: Tile["kind"], mine: boolean): Tile {
  return { id: `${kind}:${person}`, person, kind, mine };
}
