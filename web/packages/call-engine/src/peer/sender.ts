import type { Encoding } from "./encoding";

type Keep = NonNullable<Encoding["keep"]>;
type Parameters = RTCRtpSendParameters & { degradationPreference?: `maintain-${Keep}` };

/** What each sender was told last. */
const told = new WeakMap<RTCRtpSender, string>();

/** Sends that way from now on. A browser that knows it already is left alone, for each word makes it start its encoder anew. */
export async function shape(sender: RTCRtpSender, { keep, ...encoding }: Encoding): Promise<void> {
  const wish = JSON.stringify([keep, encoding]);
  const parameters = sender.getParameters() as Parameters;
  const first = parameters.encodings?.[0];
  // What was told before an answer was given is forgotten in some browsers when it is.
  const kept = first?.maxBitrate === undefined ? !("maxBitrate" in encoding) : first.maxBitrate === encoding.maxBitrate;
  if (!first || (kept && told.get(sender) === wish)) return;
  Object.assign(first, encoding, { networkPriority: encoding.priority });
  if (keep) parameters.degradationPreference = `maintain-${keep}`;
  told.set(sender, wish);
  // What the browser refuses may be accepted the next time.
  await sender.setParameters(parameters).catch(() => told.delete(sender));
}

/** Whether it was ever told how to send. */
export function isShaped(sender: RTCRtpSender): boolean {
  return told.has(sender);
}
