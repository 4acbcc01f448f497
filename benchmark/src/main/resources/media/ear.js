// Recognises the sixteen pairs of tones of a telephone keypad (ITU-T Q.23) in what it hears, one window of 20 ms after the other.
const LOW = [697, 770, 852, 941];
const HIGH = [1209, 1336, 1477, 1633];
const KEYS = ['123A', '456B', '789C', '*0#D'];
const WINDOW = 960;
const STEADY = 3;
const LOUD = 1e-5;
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

registerProcessor('marker-ear', class extends AudioWorkletProcessor {
  samples = [];
  key = '';
  times = 0;

  process([[channel]]) {
    if (channel) this.samples.push(...channel);
    while (this.samples.length >= WINDOW) this.hear(this.samples.splice(0, WINDOW));
    return true;
  }

  hear(samples) {
    const key = this.recognised(samples);
    this.times = key === this.key ? this.times + 1 : 1;
    this.key = key;
    if (key && this.times === STEADY) this.port.postMessage(key);
  }

  recognised(samples) {
    const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    if (energy < LOUD) return '';
    const low = strongest(samples, LOW);
    const high = strongest(samples, HIGH);
    return low.power + high.power > PURE * energy ? KEYS[low.index][high.index] : '';
  }
});
