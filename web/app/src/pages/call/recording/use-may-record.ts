import { recordingFormat, type Call } from "@consilium/call-engine";
import { useSession } from "../../../app/session";
import { useStore } from "../../../hooks/useStore";
import { viewOf } from "./view";

/** Whether this person may ask for a recording now: the doctor, where the clinic records, with a browser that can. */
export function useMayRecord(call: Call): boolean {
  const { user } = useSession();
  const { recording, recordable, me, abilities } = useStore(call.store);
  return user.role === "DOCTOR" && recordable && abilities.tracks && viewOf(recording, me).going === null && recordingFormat() !== null;
}
