import type { SupportGap } from "./results";

interface Codecs { mimeType: string }

/** What a call cannot do without. Browsers that do not tell their codecs get the benefit of the doubt. */
export function supportGaps(page: typeof globalThis = globalThis): SupportGap[] {
  const codecs = (kind: "audio" | "video"): readonly Codecs[] | undefined => page.RTCRtpSender?.getCapabilities?.(kind)?.codecs;
  const lacks = (known: readonly Codecs[] | undefined, wanted: RegExp) => known !== undefined && !known.some(({ mimeType }) => wanted.test(mimeType));
  const checks: [SupportGap, boolean][] = [
    ["SECURE_CONTEXT", page.isSecureContext === false],
    ["MEDIA_DEVICES", typeof page.navigator?.mediaDevices?.getUserMedia !== "function"],
    ["PEER_CONNECTION", typeof page.RTCPeerConnection !== "function"],
    ["WEB_SOCKET", typeof page.WebSocket !== "function"],
    ["AUDIO_CODEC", lacks(codecs("audio"), /^audio\/opus$/i)],
    ["VIDEO_CODEC", lacks(codecs("video"), /^video\/(vp8|h264)$/i)],
  ];
  return checks.filter(([, missing]) => missing).map(([gap]) => gap);
}
