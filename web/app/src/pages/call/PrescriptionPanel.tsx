import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { PrescriptionDesk } from "../prescription/PrescriptionDesk";
import { SidePanel } from "./Panels";

/** Prescribing while they talk: beside the picture, the bar of the call stays where it is. */
export default function PrescriptionPanel({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SidePanel title={t("prescription.title")} onClose={onClose} testId="prescription-panel">
      <div className="overflow-y-auto p-5"><PrescriptionDesk appointmentId={appointment.id} patient={appointment.patient.name} asDoctor /></div>
    </SidePanel>
  );
}
