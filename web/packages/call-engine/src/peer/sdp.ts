/** Whether every packet of sound also carries the one before it (RFC 2198). */
export type Voice = "plain" | "redundant";

/** `round` means nothing; another one makes the browser begin to send pictures anew. */
export interface Tuning { voice: Voice; round: number }

const PLAIN: Tuning = { voice: "plain", round: 0 };

/**
 * Tunes what we are told the other side wants, before we act on it: Opus with in-band FEC and DTX (RFC 7587), redundant sound
 * where the way loses packets, and a video start bitrate that reaches 720p at once on a good link instead of climbing for
 * 20 s. Browsers that do not know a parameter ignore it.
 */
export function tuned(sdp: string, { voice, round }: Tuning = PLAIN): string {
  const lines = sdp.split("\r\n");
  const codecs = new Map<string, string>();
  for (const line of lines) {
    const match = /^a=rtpmap:(\d+) ([A-Za-z0-9]+)\//.exec(line);
    if (match?.[1] && match[2]) codecs.set(match[1], match[2].toUpperCase());
  }
  const wanted = new Map<string, string>();
  for (const [payload, codec] of codecs) {
    if (codec === "OPUS") wanted.set(payload, "useinbandfec=1;usedtx=1");
    if (codec === "VP8" || codec === "VP9" || codec === "H264") wanted.set(payload, `x-google-start-bitrate=1500${round > 0 ? `;x-round=${round}` : ""}`);
  }
  const described = new Set(lines.map((line) => /^a=fmtp:(\d+) /.exec(line)?.[1]));
  return lines.flatMap((line) => withParameters(withVoice(line, codecs, voice), wanted, described)).join("\r\n");
}

/** We send with the first codec that the other side names. */
function withVoice(line: string, codecs: Map<string, string>, voice: Voice): string {
  if (!line.startsWith("m=audio ")) return line;
  const [media, port, protocol, ...payloads] = line.split(" ");
  if (!payloads.some((payload) => codecs.get(payload) === "OPUS")) return line;
  const redundant = voice === "redundant" ? 0 : 2;
  const rank = (payload: string) => ({ OPUS: 1, RED: redundant })[codecs.get(payload) ?? ""] ?? 3;
  return [media, port, protocol, ...payloads.toSorted((a, b) => rank(a) - rank(b))].join(" ");
}

/** What the other side has said, as if it had answered an offer of ours with it; `own` is what we answered then. */
export function asAnswer(remote: string, own: string): string {
  const role = /^a=setup:active/m.test(own) ? "passive" : "active";
  return remote.replaceAll(/^a=setup:actpass/gm, `a=setup:${role}`);
}

/** To which ICE session a description belongs. */
export function iceSession(sdp: string | undefined): string | null {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp ?? "")?.[1] ?? null;
}

/**
 * Whether a new offer gives every format the number that both sides know it by. A browser that numbers anew would not
 * understand any more what the other side, which is not told, goes on sending.
 */
export function keepsNumbers(offer: string, own: string): boolean {
  const offered = new Set(offer.split("\r\n"));
  return own.split("\r\n").every((line) => !line.startsWith("a=rtpmap:") || offered.has(line));
}

/** Whether whoever says that can send and receive redundant sound. */
export function knowsRedundancy(sdp: string | undefined): boolean {
  return /^a=rtpmap:\d+ red\/48000/im.test(sdp ?? "");
}

function withParameters(line: string, wanted: Map<string, string>, described: Set<string | undefined>): string[] {
  const [, kind, payload, rest] = /^a=(fmtp|rtpmap):(\d+) (.*)$/.exec(line) ?? [];
  const parameters = payload === undefined ? undefined : wanted.get(payload);
  if (parameters === undefined) return [line];
  if (kind === "rtpmap") return described.has(payload) ? [line] : [line, `a=fmtp:${payload} ${parameters}`];
  const given = (rest ?? "").split(";").map((parameter) => parameter.trim()).filter((parameter) => !parameter.startsWith("x-round="));
  const names = new Set(given.map((parameter) => parameter.split("=")[0]));
  const more = parameters.split(";").filter((parameter) => !names.has(parameter.split("=")[0]));
  return [`a=fmtp:${payload} ${[...given, ...more].join(";")}`];
}
