import type { Sight } from "@consilium/protocol";
import type { Impairment } from "./replay";

/** What the lab cannot make, or no browser there tells: computed, with seeded noise. */
const CALM: Sight = {
  score: 5, rtt: 40, jitter: 2, jitterBuffer: 45, lossUp: 0, lossDown: 0, bitrateUp: 1_600_000, bitrateDown: 1_600_000, availableUp: 3_000_000,
  concealed: 0.001, dropped: 0, frozen: 0, width: 1280, height: 720, fps: 30, encoding: 0.2, decoding: 0.08, limitation: "none",
  candidateType: "host", protocol: "udp", signallingRtt: 22, signallingJitter: 1, signallingLate: 0, cause: null, side: null, direction: null,
};
const FIREFOX: Partial<Sight> = { availableUp: null, limitation: null, concealed: null, encoding: 0, decoding: 0, dropped: null };
const RELAYED: Partial<Sight> = { candidateType: "relay" };
const FROM = 20;
const UNTIL = 52;

interface Model {
  what: string; cause: Impairment["cause"]; side: Impairment["side"]; direction: Impairment["direction"];
  /** From the beginning. */
  always?: { patient?: Partial<Sight>; doctor?: Partial<Sight> };
  /** From second 20 on. */
  patient?: Partial<Sight>; doctor?: Partial<Sight>;
}

const MODELS: Model[] = [
  { what: "nothing", cause: "none", side: "", direction: "" },
  { what: "nothing, Firefox", cause: "none", side: "", direction: "", always: { patient: FIREFOX, doctor: FIREFOX } },
  { what: "nothing, muted and without pictures", cause: "none", side: "", direction: "",
    always: { patient: { bitrateUp: 2_000, bitrateDown: 2_000, width: null, height: null, fps: null }, doctor: { bitrateUp: 2_000, bitrateDown: 2_000, width: null, height: null, fps: null } } },
  { what: "nothing, relayed", cause: "none", side: "", direction: "", always: { patient: RELAYED, doctor: { ...RELAYED, rtt: 70 } } },
  { what: "an old phone cannot encode", cause: "cpu", side: "patient", direction: "fromPatient", patient: { limitation: "cpu", encoding: 0.7 }, doctor: { fps: 12 } },
  { what: "an old computer cannot decode", cause: "cpu", side: "doctor", direction: "fromPatient", doctor: { dropped: 0.35, fps: 15, decoding: 0.95 } },
  { what: "Firefox loses at the patient's", cause: "loss", side: "patient", direction: "both", always: { patient: FIREFOX, doctor: FIREFOX },
    patient: { lossUp: 0.05, lossDown: 0.06, signallingLate: 0.1, signallingJitter: 3 }, doctor: { lossUp: 0.06, lossDown: 0.05 } },
  { what: "loss on the way, at neither side", cause: "loss", side: "between", direction: "both", patient: { lossUp: 0.04, lossDown: 0.05 }, doctor: { lossUp: 0.05, lossDown: 0.04 } },
  { what: "a little loss at the doctor's, one way", cause: "loss", side: "doctor", direction: "fromDoctor",
    patient: { lossDown: 0.025 }, doctor: { lossUp: 0.025, signallingLate: 0.05, signallingJitter: 2 } },
  { what: "a narrow uplink, calm after adapting", cause: "bandwidth", side: "doctor", direction: "fromDoctor",
    patient: { bitrateDown: 250_000, height: 180 }, doctor: { availableUp: 300_000, limitation: "bandwidth", bitrateUp: 250_000, signallingRtt: 27, signallingJitter: 6 } },
  { what: "a narrow uplink that carries the smaller picture easily: the browser sees nothing wrong, our ladder knows", cause: "bandwidth", side: "doctor", direction: "fromDoctor",
    patient: { bitrateDown: 480_000, height: 360 }, doctor: { availableUp: 830_000, limitation: "bandwidth", bitrateUp: 480_000, signallingRtt: 24, signallingJitter: 5 } },
  { what: "a narrow uplink, Firefox: only our ladder knows", cause: "bandwidth", side: "patient", direction: "fromPatient", always: { patient: FIREFOX, doctor: FIREFOX },
    patient: { limitation: "bandwidth", bitrateUp: 180_000, signallingRtt: 31, signallingJitter: 7 }, doctor: { bitrateDown: 180_000, height: 180 } },
  { what: "a mobile network that stalls", cause: "jitter", side: "patient", direction: "both",
    patient: { jitter: 45, signallingLate: 0.12, signallingJitter: 25, jitterBuffer: 160 }, doctor: { jitter: 50, jitterBuffer: 170 } },
  { what: "a firewall that allows TCP only, and a shaky way", cause: "relay", side: "doctor", direction: "both", always: { patient: RELAYED, doctor: { ...RELAYED, protocol: "tls" } },
    patient: { jitter: 60, rtt: 180 }, doctor: { jitter: 55, rtt: 180, signallingLate: 0.06 } },
  { what: "both ends on bad mobile networks", cause: "loss", side: "both", direction: "both",
    patient: { lossUp: 0.08, lossDown: 0.09, signallingLate: 0.12, signallingJitter: 4 }, doctor: { lossUp: 0.09, lossDown: 0.08, signallingLate: 0.1, signallingJitter: 3 } },
  { what: "far apart on a fine way", cause: "delay", side: "between", direction: "both", patient: { rtt: 320 }, doctor: { rtt: 320 } },
];

export function modelled(): Impairment[] {
  return MODELS.map((model, index) => {
    const chance = seeded(index + 1);
    const of = (who: "patient" | "doctor", late: number) =>
      Array.from({ length: (UNTIL - 8) / 2 }, (_, look) => 8 + 2 * look + late)
        .map((at) => ({ at, ...noisy({ ...CALM, ...model.always?.[who], ...(at > FROM ? model[who] : {}) }, chance) }));
    return { ...model, made: "modelled", from: FROM, patient: of("patient", 0), doctor: of("doctor", 0.7) };
  });
}

/** Nothing is measured twice the same. */
function noisy(sight: Sight, chance: () => number): Sight {
  const around = (value: number | null, spread: number) => (value === null ? null : Math.max(0, value * (1 + spread * (2 * chance() - 1))));
  return {
    ...sight, rtt: around(sight.rtt, 0.1), jitter: around(sight.jitter, 0.4), lossUp: around(sight.lossUp, 0.5), lossDown: around(sight.lossDown, 0.5),
    availableUp: around(sight.availableUp, 0.1), signallingRtt: around(sight.signallingRtt, 0.08), signallingJitter: around(sight.signallingJitter, 0.4),
  };
}

/** Mulberry32: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
