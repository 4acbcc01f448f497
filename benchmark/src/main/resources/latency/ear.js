// Tells when a marker tone begins and which it is. The clock is the one of the whole computer, so that two pages agree.
const LOW = [697, 770, 852, 941];
const HIGH = [1209, 1336, 1477, 1633];
const KEYS = ['123A', '456B', '789C', '*0#D'];
const QUIET = 0.02;
const SILENCE = 0.1 * sampleRate;
const HEARD = 0.06 * sampleRate;
const PURE = 0.5;

const power = (samples, frequency) => {
  const factor = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let before = 0;
  let last = 0;
  for (const sample of samples) [before, last] = [last, sample + factor * last - before];
  return (2 * (before * before + last * last - factor * before * last)) / (samples.length * samples.length);
};
const strongest = (samples, frequencies) => {
  const powers = frequencies.map((frequency) => power(samples, frequency));
  const index = powers.indexOf(Math.max(...powers));
  return { index, power: powers[index] };
};

registerProcessor('onset-ear', class extends AudioWorkletProcessor {
  silent = 0;
  tone = null;

  process([[channel]]) {
    const now = Date.now();
    channel?.forEach((sample, index) => this.hear(sample, now + (index * 1_000) / sampleRate));
    return true;
  }

  hear(sample, at) {
    if (this.tone) {
      this.tone.samples.push(sample);
      if (this.tone.samples.length >= HEARD) this.tell();
    } else if (Math.abs(sample) < QUIET) {
      this.silent += 1;
    } else {
      if (this.silent >= SILENCE) this.tone = { at, samples: [sample] };
      this.silent = 0;
    }
  }

  tell() {
    const { at, samples } = this.tone;
    this.tone = null;
    const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const low = strongest(samples, LOW);
    const high = strongest(samples, HIGH);
    if (low.power + high.power > PURE * energy) this.port.postMessage([at, KEYS[low.index][high.index]]);
  }
});
