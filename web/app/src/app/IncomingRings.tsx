import type { IncomingRing } from "@consilium/call-engine";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell, BellOff, Clock, Phone, PhoneOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { Avatar } from "../components/Avatar";
import { BookingNeeds } from "../components/BookingLines";
import { Button } from "../components/Button";
import { useFocusBack } from "../hooks/focus";
import { useStore } from "../hooks/useStore";
import { useTitle } from "../hooks/useTitle";
import { ringTone } from "../lib/ring-tone";
import { clock } from "../lib/time-words";
import { appointmentQuery } from "../api/queries";
import { DeclineForm } from "./DeclineForm";
import { CallPage } from "./pages";
import { useSession } from "./session";

const DRAW_AFTER = 150;

let prepared: typeof import("../pages/call/warm-call") | null = null;
const prepare = async () => (prepared ??= await import("../pages/call/warm-call"));

/** In the same moment when it was prepared; else as soon as it is there. */
function comeIn(appointmentId: string): Promise<void> {
  if (prepared) return prepared.warmUp(appointmentId).comeIn();
  return prepare().then(({ warmUp }) => warmUp(appointmentId).comeIn()).catch(() => undefined);
}

/** Rings on every page: who calls, why, and three answers. */
export function IncomingRings() {
  const { lobby } = useSession();
  const { rings } = useStore(lobby.store);
  const ring = rings[0];
  return ring ? <Sheet key={ring.consultation} ring={ring} /> : null;
}

function Sheet({ ring }: { ring: IncomingRing }) {
  const { t, i18n } = useTranslation();
  const { lobby, user } = useSession();
  const navigate = useNavigate();
  const sheet = useFocusBack<HTMLElement>();
  const here = useLocation().pathname === `/call/${ring.appointment.id}`;
  const [sound, setSound] = useState(() => localStorage.getItem("ring-tone") !== "off");
  const [declining, setDeclining] = useState(false);
  const known = useQuery({ ...appointmentQuery(ring.appointment.id), enabled: user.role === "DOCTOR" });
  useTitle(t("ring.title", { name: ring.from.name }));

  useEffect(() => (sound ? ringTone() : undefined), [sound]);
  usePreparedCall(ring.appointment.id, !here);

  const accept = async () => {
    // Camera and microphone start with the click; drawing waits for them a moment, so that it does not hold them up.
    await Promise.race([comeIn(ring.appointment.id), new Promise((draw) => setTimeout(draw, DRAW_AFTER))]);
    lobby.accept(ring.consultation);
    void navigate(`/call/${ring.appointment.id}`);
  };
  const toggleSound = () => {
    localStorage.setItem("ring-tone", sound ? "off" : "on");
    setSound(!sound);
  };
  return (
    <section
      ref={sheet}
      role="alertdialog"
      aria-label={t("ring.title", { name: ring.from.name })}
      data-testid="incoming-call"
      className="fixed inset-x-0 top-0 z-50 border-b border-line bg-surface p-5 text-ink shadow-(--shadow)"
    >
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-5 gap-y-4">
        <span className="ringing isolate rounded-full"><Avatar name={ring.from.name} /></span>
        <div className="min-w-52 flex-1">
          <h2 className="text-2xl font-bold max-sm:pe-8">{t("ring.title", { name: ring.from.name })}</h2>
          <p className="text-ink-soft">{t("ring.appointmentAt", { time: clock(ring.appointment.start, i18n.language) })}</p>
          <p data-testid="ring-reason"><span className="text-ink-soft">{t("ring.reason")}:</span> {ring.appointment.reason}</p>
          <BookingNeeds appointment={known.data} />
        </div>
        <div className="flex w-full flex-wrap items-center gap-x-2 gap-y-3 sm:w-auto">
          <Button large autoFocus data-testid="accept" onClick={() => void accept()} className="max-sm:w-full"><Phone size={20} aria-hidden="true" />{t("ring.accept")}</Button>
          <Button look="calm" className="max-sm:flex-1" data-testid="later" onClick={() => lobby.decline(ring.consultation, "IN_5_MINUTES")}><Clock size={18} aria-hidden="true" className="max-sm:hidden" />{t("ring.later")}</Button>
          <Button look="plain" className="max-sm:flex-1" data-testid="decline" aria-expanded={declining} onClick={() => setDeclining(!declining)}><PhoneOff size={18} aria-hidden="true" className="max-sm:hidden" />{t("ring.decline")}</Button>
        </div>
        <button type="button" onClick={toggleSound} aria-label={sound ? t("ring.mute") : t("ring.unmute")} className="inline-flex size-11 items-center justify-center rounded-full hover:bg-calm max-sm:absolute max-sm:end-3 max-sm:top-3">
          {sound ? <Bell size={20} aria-hidden="true" /> : <BellOff size={20} aria-hidden="true" />}
        </button>
        {declining && <DeclineForm ring={ring} />}
      </div>
    </section>
  );
}

/** The call and its page are made ready while it rings, so that accepting costs no more than one key frame. */
function usePreparedCall(appointmentId: string, wanted: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!wanted || document.visibilityState !== "visible") return;
    void prepare().then(({ warmUp }) => warmUp(appointmentId)).catch(() => undefined);
    void CallPage.load().catch(() => undefined);
    void queries.prefetchQuery(appointmentQuery(appointmentId));
  }, [wanted, appointmentId, queries]);
}
