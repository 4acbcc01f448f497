import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";

/** The receipt, for whoever paid; nothing where nothing was paid here. */
export function Receipt({ appointmentId }: { appointmentId: string }) {
  const { t } = useTranslation();
  const payment = useQuery({ queryKey: ["receipt", appointmentId], queryFn: () => api.payment(appointmentId), retry: false });
  if (!payment.data?.receipt) return null;
  return (
    <a href={`/api/v1/appointments/${appointmentId}/receipt.pdf`} download data-testid="after-receipt" className="inline-flex min-h-11 items-center gap-2 justify-self-start text-primary underline">
      <Download aria-hidden="true" size={20} />{t("history.receipt")}
    </a>
  );
}
