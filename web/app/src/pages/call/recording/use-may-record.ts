import { recordingFormat, type Call } from "@consilium/call-engine";
import { useSession } from "../../../app/session";
import { useStore } from "../../../hooks/useStore";
import { viewOf } from "./view";

/** Whether this person may ask for a recording now: the doctor, where the clinic records, by a service or with a browser that can. */
export function useMayRecord(call: Call): boolean {
  const { user } = useSession();
  const { recording, recordable, me, abilities, recordingRules } = useStore(call.store);
  const somebodyCan = recordingRules?.service != null || (abilities.tracks && recordingFormat() !== null);
  return user.role === "DOCTOR" && recordable && viewOf(recording, me).going === null && somebodyCan;
}
