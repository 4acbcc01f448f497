import { useTranslation } from "react-i18next";
import type { DayFigures } from "../../api";
import { roundTop } from "../../lib/chart";

const HEIGHT = 120;
const WIDTH = 10;

/** One column a day; what did not come about stands on top of it, in another colour and said in words. */
export function DayColumns({ days }: { days: DayFigures[] }) {
  const { t, i18n } = useTranslation();
  const top = roundTop(days.map(({ figures }) => figures.spoken + figures.failed), 4);
  const tall = (count: number) => (count / top) * HEIGHT;
  const date = new Intl.DateTimeFormat(i18n.language, { day: "numeric", month: "short", timeZone: "UTC" });
  const said = (day: string) => date.format(Date.parse(`${day}T12:00:00Z`));
  return (
    <figure className="grid grid-cols-1 gap-2">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-semibold">{t("dashboard.byDay")}</span>
        <span className="flex flex-wrap gap-x-4 text-base text-ink-soft">
          <span className="inline-flex items-center gap-2"><svg aria-hidden="true" width="12" height="12"><rect width="12" height="12" rx="3" className="fill-primary" /></svg>{t("dashboard.spoken")}</span>
          <span className="inline-flex items-center gap-2"><svg aria-hidden="true" width="12" height="12"><rect width="12" height="12" rx="3" className="fill-danger" /></svg>{t("dashboard.notHeld")}</span>
        </span>
      </figcaption>
      <div className="relative">
        <svg role="img" aria-label={t("dashboard.byDay")} viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="h-36 w-full border-b border-line-strong">
          {days.map(({ day, figures: { spoken, failed } }, index) => (
            <g key={day}>
              <title>{t("dashboard.onDay", { day: said(day), spoken, failed })}</title>
              <rect x={index * WIDTH} width={WIDTH} height={HEIGHT} fill="transparent" />
              <rect x={index * WIDTH + 1.5} width={WIDTH - 3} y={HEIGHT - tall(spoken)} height={tall(spoken)} className="fill-primary" />
              <rect x={index * WIDTH + 1.5} width={WIDTH - 3} y={HEIGHT - tall(spoken + failed)} height={tall(failed)} className="fill-danger" />
            </g>
          ))}
        </svg>
        <span aria-hidden="true" className="absolute start-0 top-0 text-sm text-ink-soft">{top}</span>
      </div>
      <p className="flex justify-between text-sm text-ink-soft"><span>{days[0] && said(days[0].day)}</span><span>{days.length > 1 && said(days.at(-1)!.day)}</span></p>
    </figure>
  );
}
