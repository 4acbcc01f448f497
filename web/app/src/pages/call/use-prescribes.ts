import { useEffect, useState } from "react";
import { useSession } from "../../app/session";
import { addWords } from "../../i18n";

/** Whether this is the doctor, and the words of prescribing are there; patients do not fetch them. */
export function usePrescribes(): boolean {
  const doctor = useSession().user.role === "DOCTOR";
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (doctor) void addWords("prescription").then(() => setReady(true), () => undefined);
  }, [doctor]);
  return ready;
}
