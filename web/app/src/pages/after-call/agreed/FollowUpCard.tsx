import { CalendarPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../../api";
import type { FollowUp } from "../../../api/summary";
import { LinkButton } from "../../../components/LinkButton";
import { clock } from "../../../lib/time-words";
import { aroundFrom, dayName } from "./days";

/** When the doctor would like to meet again, and the way to book it. */
export function FollowUpCard({ followUp, doctor }: { followUp: FollowUp; doctor: Person }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="grid justify-items-start gap-3 rounded-card bg-calm p-5 text-on-calm" data-testid="follow-up">
      <p className="flex items-center gap-3 font-semibold"><CalendarPlus aria-hidden="true" className="shrink-0" />
        <span>{t("agreed.again", { name: doctor.name, day: dayName(followUp.day, i18n.language) })}{followUp.at && `, ${clock(followUp.at, i18n.language)}`}</span>
      </p>
      {followUp.note && <p dir="auto">{followUp.note}</p>}
      <LinkButton to={`/book?doctor=${doctor.id}&from=${encodeURIComponent(followUp.at ?? aroundFrom(followUp.day))}`} testId="book-follow-up">{t("agreed.book")}</LinkButton>
    </div>
  );
}
