import { CreditCard, MonitorCheck, Video } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Button } from "../../components/Button";
import type { RightButton } from "../../lib/right-button";

const ICONS = { pay: CreditCard, test: MonitorCheck, start: Video, join: Video, rejoin: Video };

/** The one thing to do about an appointment now. */
export function RightAction({ appointmentId, button, tested = false, large = false }: { appointmentId: string; button: RightButton; tested?: boolean; large?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (button === "none") return null;
  const Icon = ICONS[button];
  const to = { pay: `/checkout/${appointmentId}`, test: `/device-check?appointment=${appointmentId}` }[button as string] ?? `/call/${appointmentId}`;
  return (
    <Button
      large={large} look={button === "test" ? "calm" : "primary"} data-testid={`action-${button}`}
      className={large ? "w-full sm:w-auto" : ""} onClick={() => void navigate(to)}
    >
      <Icon size={20} aria-hidden="true" className="shrink-0" />{button === "test" && tested ? t("check.again") : t(`appointment.${button}`)}
    </Button>
  );
}
