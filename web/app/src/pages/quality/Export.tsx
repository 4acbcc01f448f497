import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addressOf, type Span } from "./use-span";

/** The same calls, one line each, for a spreadsheet. */
export function Export({ span }: { span: Span }) {
  const { t } = useTranslation();
  return (
    <a href={`/api/v1/admin/quality.csv?${addressOf(span)}`} download data-testid="export-csv" className="inline-flex min-h-11 items-center gap-2 text-base text-primary underline">
      <Download aria-hidden="true" size={20} />{t("dashboard.export")}
    </a>
  );
}
