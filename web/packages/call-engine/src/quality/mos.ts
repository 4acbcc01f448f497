/** R without any impairment: the defaults of ITU-T G.107. */
const BASIC = 93.2;
/** ms: framing 20, look-ahead 6.5, recording and playing. */
const FIXED_DELAY = 50;
/** From here on a conversation feels the delay (Cole and Rosenbluth's fit of G.107's Idd). */
const FELT_DELAY = 177.3;
/** Ie,eff's ceiling, and how well loss is concealed: that of G.711 with concealment (G.113, appendix I). */
const WORST_LOSS = 95;
const ROBUSTNESS = 25.1;
/** Share of lost frames that Opus repairs from the packet after them. */
const REPAIRED = 0.5;

export interface Heard {
  /** ms; the share of packets lost; ms that sound waited in the jitter buffer; the share of it that was made up. */
  rtt: number | null; loss: number; jitterBuffer: number | null; concealed: number | null;
}

/**
 * How a listener would rate the sound, 1 to 4.5: the E-model of ITU-T G.107, reduced to what a browser measures. The same is
 * computed on the server (Mos.java); both are held to protocol/quality/mos.json. Why these values: docs/call-quality-metrics.md.
 */
export function mos({ rtt, loss, jitterBuffer, concealed }: Heard): number | null {
  if (rtt === null) return null;
  const delay = rtt / 2 + (jitterBuffer ?? 0) + FIXED_DELAY;
  const percent = 100 * (concealed ?? loss * (1 - REPAIRED * (1 - loss)));
  const byDelay = 0.024 * delay + 0.11 * Math.max(0, delay - FELT_DELAY);
  const byLoss = (WORST_LOSS * percent) / (percent + ROBUSTNESS);
  return opinion(BASIC - byDelay - byLoss);
}

/** G.107, annex B; below R = 6.5 its curve would turn up again. */
function opinion(r: number): number {
  return r <= 6.5 ? 1 : 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6;
}
