import { CalendarPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { buttonLook } from "../../components/Button";
import { ClinicContact } from "../../components/ClinicContact";
import { LinkButton } from "../../components/LinkButton";
import { useApp } from "../../hooks/useApp";

/**
 * The way to another appointment, for a patient whose consultation could not be held (L11).
 *
 * @param doctor whose times are offered first
 */
export function NewAppointment({ doctor }: { doctor?: string }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const app = useApp();
  if (user.role !== "PATIENT" || !app) return null;
  const { bookingUrl } = app.contact;
  return (
    <section data-testid="rebook" className="grid justify-items-start gap-3">
      {bookingUrl
        ? <a href={bookingUrl} className={buttonLook("primary", true)}><CalendarPlus size={20} aria-hidden="true" />{t("after.book")}</a>
        : <LinkButton to={doctor ? `/book?doctor=${doctor}` : "/book"} large><CalendarPlus size={20} aria-hidden="true" />{t("after.book")}</LinkButton>}
      <p><ClinicContact /></p>
    </section>
  );
}
