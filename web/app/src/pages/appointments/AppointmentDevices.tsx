import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Appointment } from "../../api";
import { useSession } from "../../app/session";
import { DevicesState } from "../../components/DevicesState";
import { ownDevices } from "../../lib/right-button";

/** Staff see how the patient's test went; everybody sees their own, and the way to it. */
export function AppointmentDevices({ appointment, now, link = false }: { appointment: Appointment; now: number; link?: boolean }) {
  const { t } = useTranslation();
  const { user } = useSession();
  if (appointment.status !== "BOOKED") return null;
  const staff = user.role !== "PATIENT";
  const own = ownDevices(appointment, user.role);
  const shown = own && own.state !== "NOT_TESTED" && !(staff && own.state === "READY");
  return (
    <div className="grid justify-items-start gap-1">
      {staff && <DevicesState devices={appointment.patientDevices} now={now} name={appointment.patient.name} numbers />}
      {shown && <DevicesState devices={own} now={now} {...(staff ? { name: t("check.state.mine") } : {})} />}
      {link && <Link to={`/device-check?appointment=${appointment.id}`} data-testid="test-devices" className="inline-flex min-h-11 items-center text-base text-primary underline">{t("appointment.test")}</Link>}
    </div>
  );
}
