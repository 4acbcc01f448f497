import { TRANSPORTS } from "@consilium/call-engine";
import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DevicesState as State } from "../api";
import { timeWords } from "../lib/time-words";
import { megabits, withUnit } from "../lib/units";

const LOOKS = {
  READY: [CircleCheck, "text-good"],
  AT_RISK: [CircleAlert, "text-danger"],
  NOT_TESTED: [CircleDashed, "text-ink-soft"],
} as const;

/** What the device check of somebody found, when, and why it may go wrong. */
export function DevicesState({ devices, now, name, numbers = false }: { devices: State; now: number; name?: string; numbers?: boolean }) {
  const { t, i18n } = useTranslation();
  const [Icon, colour] = LOOKS[devices.state];
  return (
    <div className="flex items-start gap-2 text-base" data-testid="devices-state" data-state={devices.state}>
      <Icon size={20} aria-hidden="true" className={`mt-0.5 shrink-0 ${colour}`} />
      <div>
        <p>
          {name && <span className="text-ink-soft">{name}: </span>}
          {t(`check.state.${devices.state}`)}
          {devices.testedAt && <span className="text-ink-soft"> · {t("check.state.tested", { time: timeWords(t, devices.testedAt, now, i18n.language) })}</span>}
        </p>
        {devices.findings.length > 0 && <p data-testid="devices-why">{devices.findings.map((finding) => t(`check.finding.${finding}.what`)).join(" · ")}</p>}
        {numbers && <Numbers devices={devices} />}
      </div>
    </div>
  );
}

function Numbers({ devices: { measured } }: { devices: State }) {
  const { t, i18n: { language } } = useTranslation();
  const rtt = withUnit(measured?.rttMs, "millisecond", language);
  const loss = withUnit(measured?.lossPercent, "percent", language);
  const mbps = megabits(measured?.kbps, t("check.details.mbit"), language);
  if (!measured || !rtt || !loss || !mbps) return null;
  const relays = TRANSPORTS.filter((transport) => measured.relays.includes(transport)).join(", ");
  return <p className="text-ink-soft">{t("check.state.numbers", { rtt, loss, mbps, relays })}</p>;
}
