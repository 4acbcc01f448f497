/**
 * H264 first for the camera: it costs a third less processor time than VP8 and phones have it in hardware. The screen keeps
 * the browser's order. Whoever lacks H264 negotiates the next one.
 */
export function preferred<C extends { mimeType: string }>(codecs: readonly C[]): C[] {
  const isFirst = (codec: C) => codec.mimeType.toLowerCase() === "video/h264";
  return [...codecs.filter(isFirst), ...codecs.filter((codec) => !isFirst(codec))];
}

export function preferCodecs(transceiver: RTCRtpTransceiver): void {
  if (typeof RTCRtpReceiver === "undefined" || !("setCodecPreferences" in transceiver)) return;
  const codecs = RTCRtpReceiver.getCapabilities?.("video")?.codecs;
  if (!codecs) return;
  try {
    transceiver.setCodecPreferences(preferred(codecs));
  } catch {
    // A browser that lists a codec it does not negotiate keeps its own order.
  }
}
