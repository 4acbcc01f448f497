import { TRANSPORTS, type Results, type CheckVerdict } from "@consilium/call-engine";
import type { CheckReport } from "../../api";

/** What the clinic learns of a check: codes and rounded numbers. */
export function reportOf({ findings }: Pick<CheckVerdict, "findings">, { relays, path, kbps }: Pick<Results, "relays" | "path" | "kbps">): CheckReport {
  return {
    findings: [...findings],
    measured: {
      relays: TRANSPORTS.filter((transport) => relays[transport]?.code === "WORKS"),
      rttMs: path?.rttMs ?? null,
      jitterMs: path?.jitterMs ?? null,
      lossPercent: path?.lossPercent ?? null,
      kbps,
    },
  };
}
