import { useTranslation } from "react-i18next";
import { useSession } from "../../../app/session";
import { Notice } from "../../../components/Notice";
import type { Standing as State } from "../../../lib/recording-words";

/** Why a recording cannot be watched, or not yet; nothing when it can. */
export function Standing({ state, deletedAt }: { state: State; deletedAt: string | null }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  switch (state) {
    case "ready": return null;
    case "going": return <Notice>{t("recordings.going")}</Notice>;
    case "arriving": return <Notice>{t("recordings.arriving", { context: user.role })}</Notice>;
    case "empty": return <p>{t("recordings.empty")}</p>;
    case "deleted": return <p data-testid="recording-deleted">{t("recordings.deleted", { date: dateWords(deletedAt, i18n.language) })}</p>;
  }
}

function dateWords(at: string | null, language: string): string {
  return at ? new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(Date.parse(at)) : "";
}
