import type { Appointment } from "../../api";
import { CancelAppointment } from "../appointments/CancelAppointment";
import { EndForAll } from "./EndForAll";
import { MarkPaid } from "./MarkPaid";

/** What the clinic is about to do, with which appointment. */
export interface DeskDeeds { pay?: Appointment; end?: Appointment; cancel?: Appointment }

/** Asks before it is done. */
export function DeskDialogs({ deed: { pay, end, cancel }, now, onDone }: { deed: DeskDeeds; now: number; onDone: () => void }) {
  return (
    <>
      {pay && <MarkPaid appointment={pay} onDone={onDone} />}
      {end && <EndForAll appointment={end} onDone={onDone} />}
      {cancel && <CancelAppointment appointment={cancel} now={now} onDone={onDone} />}
    </>
  );
}
