import { useTranslation } from "react-i18next";
import { useApp } from "../hooks/useApp";

/** How to reach the clinic by other means; nothing where it has not said. */
export function ClinicContact() {
  const { t } = useTranslation();
  const contact = useApp()?.contact;
  if (!contact?.phone && !contact?.email) return null;
  return (
    <span>
      {t("common.needHelp")}{" "}
      {contact.phone && <a className="inline-flex min-h-11 items-center font-semibold text-primary underline" href={`tel:${contact.phone.replaceAll(/[^+\d]/g, "")}`}>{contact.phone}</a>}
      {contact.phone && contact.email && " · "}
      {contact.email && <a className="inline-flex min-h-11 items-center font-semibold text-primary underline" href={`mailto:${contact.email}`}>{contact.email}</a>}
    </span>
  );
}
