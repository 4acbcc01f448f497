import { TRANSPORTS, type PreflightState } from "@consilium/call-engine";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { megabits, withUnit } from "../../lib/units";

/** Every single result, for whoever wants to know or has to help. */
export function Details({ state }: { state: PreflightState }) {
  const { t, i18n } = useTranslation();
  return (
    <details data-testid="details">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t("check.details.title")}</summary>
      <dl className="grid gap-x-6 gap-y-1 pt-2 text-base sm:grid-cols-[1fr_auto]">
        {rowsOf(t, i18n.language, state).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{t(`check.details.${name}`)}</dt>
            <dd data-testid={`detail-${name}`} className="max-sm:mb-2">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function rowsOf(t: TFunction, language: string, { results, tookMs }: PreflightState): [string, string][] {
  const { signalling, stun, path, kbps, support } = results;
  const or = (known: string | undefined) => known ?? t("check.details.unknown");
  const works = (ms: number | null) => t("check.details.worksIn", { time: withUnit(ms ?? 0, "millisecond", language) });
  return [
    ["signalling", signalling?.code === "WORKS" ? works(signalling.rttMs) : code(t, signalling?.code)],
    ["stun", code(t, stun)],
    ...TRANSPORTS.map((transport): [string, string] => {
      const relay = results.relays[transport];
      return [transport, relay?.code === "WORKS" ? works(relay.setUpMs) : code(t, relay?.code) + (relay?.error ? ` (${relay.error})` : "")];
    }),
    ["loss", or(withUnit(path?.lossPercent, "percent", language))],
    ["rtt", or(withUnit(path?.rttMs, "millisecond", language))],
    ["jitter", or(withUnit(path?.jitterMs, "millisecond", language))],
    ["kbps", or(bandwidth(t, language, kbps))],
    ["browser", support.length === 0 ? t("check.details.browserGood") : t("check.details.browserLacks", { list: support.join(", ") })],
    ["took", or(withUnit(tookMs === null ? null : tookMs / 1_000, "second", language))],
  ];
}

function code(t: TFunction, result: string | null | undefined): string {
  const words: Record<string, string> = { WORKS: "works", BLOCKED: "blocked", REFUSED: "refused", NO_DATA: "noData", NOT_OFFERED: "notOffered" };
  return t(`check.details.${words[result ?? ""] ?? "unknown"}`);
}

/** More than the best picture needs is not measured. */
function bandwidth(t: TFunction, language: string, kbps: number | null): string | undefined {
  const measured = megabits(kbps, t("check.details.mbit"), language);
  return kbps !== null && kbps >= 3_700 ? t("check.details.atLeast", { value: measured }) : measured;
}
