/** A soft two-note ring, made on the spot, fading in. @returns stops it */
export function ringTone(volume = 0.25): () => void {
  const context = new AudioContext();
  const out = context.createGain();
  out.gain.setValueAtTime(0, context.currentTime);
  out.gain.linearRampToValueAtTime(volume, context.currentTime + 4);
  out.connect(context.destination);
  const play = () => {
    note(context, out, 659.25, 0);
    note(context, out, 523.25, 0.28);
    note(context, out, 659.25, 0.9);
    note(context, out, 523.25, 1.18);
  };
  play();
  const timer = setInterval(play, 3_500);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

type Routed = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/** Three rising tones from the chosen speaker, where the browser lets one choose; done when they have faded. */
export async function testSound(speakerId: string | null): Promise<void> {
  const context: Routed = new AudioContext();
  if (speakerId) await context.setSinkId?.(speakerId).catch(() => undefined);
  const out = context.createGain();
  out.gain.value = 0.3;
  out.connect(context.destination);
  [523.25, 659.25, 783.99].forEach((pitch, index) => note(context, out, pitch, index * 0.25));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await context.close();
}

/** Somebody came (up) or went (down): two soft notes, as long as the ring tone is not switched off. */
export function tick(up: boolean): void {
  if (localStorage.getItem("ring-tone") === "off") return;
  const context = new AudioContext();
  const out = context.createGain();
  out.gain.value = 0.08;
  out.connect(context.destination);
  note(context, out, up ? 523.25 : 659.25, 0);
  note(context, out, up ? 659.25 : 523.25, 0.12);
  setTimeout(() => void context.close(), 1_500);
}

/** A recording begins (three rising notes) or rests (two falling): everybody hears it, whatever their ring tone is set to. */
export function recordingTone(begins: boolean): void {
  const context = new AudioContext();
  const out = context.createGain();
  out.gain.value = 0.12;
  out.connect(context.destination);
  const pitches = begins ? [440, 554.37, 659.25] : [554.37, 440];
  pitches.forEach((pitch, index) => note(context, out, pitch, index * 0.14));
  setTimeout(() => void context.close(), 1_500);
}

function note(context: AudioContext, out: AudioNode, pitch: number, after: number): void {
  const at = context.currentTime + after;
  const tone = context.createOscillator();
  const shape = context.createGain();
  tone.type = "sine";
  tone.frequency.value = pitch;
  shape.gain.setValueAtTime(0, at);
  shape.gain.linearRampToValueAtTime(1, at + 0.03);
  shape.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  tone.connect(shape).connect(out);
  tone.start(at);
  tone.stop(at + 0.65);
}
