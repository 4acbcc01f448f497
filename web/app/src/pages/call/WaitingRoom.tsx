import { useQueryClient } from "@tanstack/react-query";
import { PhoneCall } from "lucide-react";
import { lazy, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Avatar } from "../../components/Avatar";
import { Button } from "../../components/Button";
import { Later } from "../../components/Later";
import { useNow } from "../../hooks/useNow";
import { useStore } from "../../hooks/useStore";
import { useTitle } from "../../hooks/useTitle";
import { addWords } from "../../i18n";
import { clock, minutesSince } from "../../lib/time-words";
import { ClinicWords } from "./ClinicWords";
import { Devices } from "./Devices";
import { Leaving } from "./Leaving";
import { RoomWords } from "./room/lazy-room";
import type { OpenCall } from "./warm-call";
import { ringsByItself } from "./rings-by-itself";

const DisconnectPlan = lazy(async () => {
  await addWords("care");
  return import("./DisconnectPlan");
});

/** The other one's state, honest times, own picture, tips; the patient's arrival rings the doctor by itself. */
export function WaitingRoom({ open, appointment }: { open: OpenCall; appointment: Appointment }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { call } = open;
  const state = useStore(call.store);
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  useTitle(t("waiting.title"));
  const [ending, setEnding] = useState(false);
  const queries = useQueryClient();
  const ringing = state.ring?.state === "ringing" || state.ring?.state === "busy" || state.ring?.state === "unreachable";

  useRingByItself(open, user.role === "PATIENT");
  // Since when the patient waits is known once it has rung.
  const rung = state.ring !== null && state.ring.state !== "accepted";
  useEffect(() => {
    if (rung) void queries.invalidateQueries({ queryKey: ["appointment", appointment.id] });
  }, [rung, appointment.id, queries]);

  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl grid-cols-1 content-start gap-8 px-4 py-6 sm:px-8 md:grid-cols-2 md:content-center" data-testid="waiting-room">
      <section className="grid content-start gap-5">
        <div className="flex items-center gap-4">
          <span className={`isolate rounded-full ${state.ring?.state === "ringing" ? "ringing" : ""}`}><Avatar name={other.name} large /></span>
          <div>
            <p className="text-ink-soft">{t("waiting.title")}</p>
            <h1 className="text-3xl font-bold">{other.name}</h1>
          </div>
        </div>
        <ClinicWords open={open} />
        <RoomWords open={open} />
        <RingWords open={open} name={other.name} patient={user.role === "PATIENT"} />
        <Times open={open} appointment={appointment} patient={user.role === "PATIENT"} />
        <div className="flex flex-wrap gap-3">
          {!ringing && (
            <Button large data-testid="ring" onClick={() => call.ring()}>
              <PhoneCall size={20} aria-hidden="true" />
              {state.ring ? t("waiting.ring") : t("waiting.ringFirst", { name: other.name })}
            </Button>
          )}
          <Button look="calm" data-testid="leave-waiting" onClick={() => call.leave()}>{t("waiting.leave")}</Button>
          {user.role === "DOCTOR" && state.consultation?.firstLiveAt && <Button look="plain" data-testid="leave" onClick={() => setEnding(true)}>{t("waiting.end")}</Button>}
          {ending && <Leaving open={open} onClose={() => setEnding(false)} />}
        </div>
      </section>
      <div className="md:row-span-2"><Devices media={open.media} /></div>
      {user.role === "PATIENT" && <Tips appointment={appointment} />}
    </main>
  );
}

function useRingByItself({ call }: OpenCall, patient: boolean): void {
  const { seat, connection, ring } = useStore(call.store);
  const heard = useRef(true);
  useEffect(() => {
    if (ring?.state === "busy" || ring?.state === "unreachable") heard.current = false;
    if (ring?.state === "ringing") heard.current = true;
    if (ringsByItself({ patient, seat, connection, ring, heard: heard.current })) call.ring();
  }, [patient, seat, connection, ring, call]);
}

function RingWords({ open, name, patient }: { open: OpenCall; name: string; patient: boolean }) {
  const { t } = useTranslation();
  const { ring, participants, me, consultation } = useStore(open.call.store);
  const here = participants.some((participant) => participant.id !== me && participant.present);
  const spoken = consultation?.firstLiveAt != null;
  const words = () => {
    switch (ring?.state) {
      case "ringing": return t("waiting.ringing", { name });
      case "busy": return t("waiting.busy", { name });
      case "unreachable": return t("waiting.notThere", { name });
      case "declined": return t(`waiting.declined.${ring.why ?? "NOT_NOW"}`, { name });
      case "missed": return t("waiting.missed", { name });
      case "accepted": if (here) return t("waiting.comingIn"); break;
      default:
    }
    if (spoken && !here) return t("call.left", { name });
    if (patient) return here ? t("waiting.online", { name }) : t("waiting.told", { name });
    return here ? t("waiting.patientHere", { name }) : t("waiting.patientNotHere", { name });
  };
  return (
    <div data-ring={ring?.state ?? "none"} data-testid="ring-words" role="status" className="grid gap-2">
      <p className="text-2xl font-semibold">{words()}</p>
      {ring?.state === "declined" && ring.note && <p className="rounded-card bg-calm px-4 py-3 text-on-calm" data-testid="decline-note">{ring.note}</p>}
    </div>
  );
}

/** What is known about how long it takes, and nothing else. */
function Times({ open, appointment, patient }: { open: OpenCall; appointment: Appointment; patient: boolean }) {
  const { t, i18n } = useTranslation();
  const { consultation, clockOffset } = useStore(open.call.store);
  const now = useNow(clockOffset);
  const since = appointment.consultation?.waitingSince;
  const minutes = since ? minutesSince(since, now) : 0;
  return (
    <div className="grid gap-1 text-ink-soft">
      {now < Date.parse(appointment.start) && <p>{t("waiting.startsAt", { time: clock(appointment.start, i18n.language) })}</p>}
      {patient && minutes > 0 && <p data-testid="waiting-since">{t("waiting.since", { count: minutes })}</p>}
      {patient && consultation?.noShowAt && <p data-testid="no-show-at">{t("waiting.noShow", { time: clock(consultation.noShowAt, i18n.language) })}</p>}
      {now >= Date.parse(appointment.start) && consultation && <p>{t("waiting.openUntil", { time: clock(consultation.endsAt, i18n.language) })}</p>}
    </div>
  );
}

/** U5, U8. */
function Tips({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="tips">
      <h2 id="tips" className="text-xl font-bold">{t("waiting.tips")}</h2>
      <ul className="ms-5 list-disc text-ink-soft">
        {["tip1", "tip2", "tip4", "tip3"].map((tip) => <li key={tip}>{t(`waiting.${tip}`)}</li>)}
      </ul>
      <Later without={null}><DisconnectPlan appointment={appointment} /></Later>
    </section>
  );
}
