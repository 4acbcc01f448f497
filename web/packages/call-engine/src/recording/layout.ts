export const WIDTH = 1280;
export const HEIGHT = 720;
const SMALL = { width: 320, height: 180 };
const MARGIN = 16;

/** Somebody in the recording; what is null is not there or off. */
export interface Sitter {
  id: string; name: string;
  camera: MediaStreamTrack | null; screen: MediaStreamTrack | null; voice: MediaStreamTrack | null;
}

export interface Box { id: string; kind: "camera" | "screen"; x: number; y: number; width: number; height: number; large: boolean }

/** Where everybody is in the picture: the one who speaks large and the others small, or a shared screen with all beside it. */
export function layout(sitters: readonly Pick<Sitter, "id" | "screen">[], speaker: string | null): Box[] {
  const sharing = sitters.find(({ screen }) => screen !== null);
  if (sharing) {
    return [
      { id: sharing.id, kind: "screen", x: 0, y: 0, width: WIDTH - SMALL.width, height: HEIGHT, large: true },
      ...sitters.slice(0, 4).map(({ id }, at): Box => ({ id, kind: "camera", x: WIDTH - SMALL.width, y: at * SMALL.height, ...SMALL, large: false })),
    ];
  }
  const first = sitters.find(({ id }) => id === speaker) ?? sitters[0];
  if (!first) return [];
  const others = sitters.filter(({ id }) => id !== first.id).slice(0, 3);
  return [
    { id: first.id, kind: "camera", x: 0, y: 0, width: WIDTH, height: HEIGHT, large: true },
    ...others.map(({ id }, at): Box => ({
      id, kind: "camera", ...SMALL, x: WIDTH - SMALL.width - MARGIN, y: HEIGHT - (at + 1) * (SMALL.height + MARGIN), large: false,
    })),
  ];
}

/** The part of a picture that fills a box, or all of it where filling would cut much away (a phone held upright, a screen). */
export function fit(source: { width: number; height: number }, box: Box): { source: Rectangle; target: Rectangle } {
  const wide = source.width / source.height;
  const room = box.width / box.height;
  if (box.kind === "screen" || wide < room * 0.7) {
    const scale = Math.min(box.width / source.width, box.height / source.height);
    const [width, height] = [source.width * scale, source.height * scale];
    return {
      source: { x: 0, y: 0, ...source },
      target: { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height },
    };
  }
  const scale = Math.max(box.width / source.width, box.height / source.height);
  const [width, height] = [box.width / scale, box.height / scale];
  return { source: { x: (source.width - width) / 2, y: (source.height - height) / 2, width, height }, target: box };
}

interface Rectangle { x: number; y: number; width: number; height: number }
