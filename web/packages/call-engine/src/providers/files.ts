import type { TransportFiles, TransportMaker } from "./carrier";

/** Each comes in a file of its own, with whatever the provider needs: who does not use it does not load it. */
export const TRANSPORT_FILES: TransportFiles = {
  daily: async () => {
    const { DailyTransport } = await import("./daily-transport");
    return (options) => new DailyTransport(options);
  },
  jitsi: () => jitsi("jitsi"),
  jaas: () => jitsi("jaas"),
};

async function jitsi(provider: string): Promise<TransportMaker> {
  const { JitsiTransport } = await import("./jitsi-transport");
  return (options) => new JitsiTransport(options, provider);
}
