type Parameters = RTCRtpSendParameters & { degradationPreference?: "maintain-framerate" | "maintain-resolution" };

/** Never more than this, however wide the way is. */
export function limit(sender: RTCRtpSender, maxBitrate: number): Promise<void> {
  return change(sender, (parameters) => {
    const first = parameters.encodings?.[0];
    if (!first || first.maxBitrate === maxBitrate) return false;
    first.maxBitrate = maxBitrate;
    return true;
  });
}

/** What to give up first when the way is narrow. Browsers that do not know it decide for themselves. */
export function keep(sender: RTCRtpSender, what: "framerate" | "resolution"): Promise<void> {
  return change(sender, (parameters) => {
    parameters.degradationPreference = `maintain-${what}`;
    return true;
  });
}

async function change(sender: RTCRtpSender, edit: (parameters: Parameters) => boolean): Promise<void> {
  const parameters = sender.getParameters() as Parameters;
  if (edit(parameters)) await sender.setParameters(parameters).catch(() => undefined);
}
