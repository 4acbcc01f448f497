import { useEffect, useRef } from "react";
import { useSession } from "../../app/session";
import { useStore } from "../../hooks/useStore";

const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Who is only early comes in on time: when the server says that the door is open, and, should that not arrive, by the clock.
 *
 * @param opensAt null for whoever is refused for another reason
 */
export function useLetIn(appointmentId: string, opensAt: string | null, onAgain: () => void): void {
  const { consultations, clockOffset } = useStore(useSession().lobby.store);
  const phase = Object.values(consultations).find((one) => one.appointment === appointmentId)?.phase;
  const known = useRef(phase);
  useEffect(() => {
    if (!opensAt || !phase || phase === "SCHEDULED" || phase === known.current) return;
    known.current = phase;
    onAgain();
  }, [opensAt, phase, onAgain]);
  useEffect(() => {
    if (!opensAt) return undefined;
    const wait = Date.parse(opensAt) - (Date.now() + clockOffset) + 500;
    const timer = setTimeout(onAgain, Math.min(Math.max(wait, 1_000), LONGEST_TIMER));
    return () => clearTimeout(timer);
  }, [opensAt, clockOffset, onAgain]);
}
