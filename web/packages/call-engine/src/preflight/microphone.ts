import { meter } from "../media/level-meter";

/** Louder than the hiss of an open microphone in a quiet room. */
const SOUND = 0.03;
const LOOKS = 3;

/** Listens until it hears something, some fifteen times a second. @returns stops listening */
export function listenTo(track: MediaStreamTrack, onHeard: () => void): () => void {
  const hears = soundDetector();
  let told = false;
  const stop = meter(track, (level) => {
    if (told || !hears(level)) return;
    told = true;
    onHeard();
  });
  return stop;
}

/** One click is no voice: it takes some loud moments close together. */
export function soundDetector(): (level: number) => boolean {
  let loud = 0;
  return (level) => {
    loud = level > SOUND ? loud + 1 : Math.max(0, loud - 0.5);
    return loud >= LOOKS;
  };
}
