import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { api } from "../../api";
import { appointmentQuery } from "../../api/queries";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { useStore } from "../../hooks/useStore";
import { Conversation } from "./Conversation";
import { Refused } from "./Refused";
import { StateScreen } from "./StateScreen";
import { keepWarm, release, warmUp, type OpenCall } from "./warm-call";
import { WaitingRoom } from "./WaitingRoom";

/** What was written before may come a moment later than the other's picture. */
const AFTER_THE_FIRST_FRAME = 1_000;

/** One page from the door to the end, so that the session lives on: waiting room, conversation, and what comes after. */
export default function CallPage() {
  const { appointmentId = "" } = useParams();
  const [open, setOpen] = useState<OpenCall | null>(null);
  const [round, setRound] = useState(0);
  const [takeover, setTakeover] = useState(false);
  useEffect(() => {
    const opened = warmUp(appointmentId);
    keepWarm(opened);
    void opened.comeIn();
    setOpen(opened);
    return () => {
      setOpen(null);
      release(opened);
    };
  }, [appointmentId, round]);
  // Asked for twice by one round (the door opened, and a form was sent), it begins once: the second would leave and come in again.
  const again = useCallback(() => setRound((value) => (value === round ? value + 1 : value)), [round]);
  const bringHere = useCallback(() => {
    setTakeover(true);
    again();
  }, [again]);
  return open ? <Stage key={round} open={open} takeover={takeover} onAgain={again} onBringHere={bringHere} /> : null;
}

function Stage({ open, takeover, onAgain, onBringHere }: { open: OpenCall; takeover: boolean; onAgain: () => void; onBringHere: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { appointmentId, call } = open;
  const state = useStore(call.store);
  const appointment = useQuery(appointmentQuery(appointmentId));
  const spoken = state.consultation?.firstLiveAt != null;

  useEffect(() => {
    if (takeover && state.seat === "elsewhere") call.join(true);
  }, [call, state.seat, takeover]);
  useEffect(() => {
    const over = state.closed === "ended" || state.consultation?.phase === "ENDED";
    // Who leaves before a word was said has nothing to look back on: their card says how to come back in.
    if (over || (state.closed === "left" && spoken)) void navigate(`/appointments/${appointmentId}/after`, { replace: true });
    // Moved to another time while somebody waited: the card says to when, and what the clinic wrote about it.
    else if (state.closed === "left" || state.consultation?.phase === "SCHEDULED") void navigate("/", { replace: true });
  }, [state.closed, state.consultation?.phase, spoken, appointmentId, navigate]);
  useEffect(() => {
    // Again after every reconnection: what was written meanwhile may have been told before this page was back.
    if (state.connection !== "online") return undefined;
    const read = () => void api.chat(appointmentId).then((messages) => call.chat.history(messages)).catch(() => undefined);
    const later = setTimeout(read, AFTER_THE_FIRST_FRAME);
    return () => clearTimeout(later);
  }, [appointmentId, call, state.me, state.connection]);

  // A page that has what it shows goes on showing it, whatever became of asking again: the call itself says when it is cut off.
  if (appointment.error && !appointment.data) return <div className="p-8"><Failure error={appointment.error} onRetry={() => void appointment.refetch()} /></div>;
  if (state.closed === "refused") return <Refused appointmentId={appointmentId} onAgain={onAgain} />;
  if (state.closed === "moved") {
    return (
      <StateScreen testId="moved" title={t("call.moved")} text={t("call.movedHelp")}>
        <Button large data-testid="use-here" onClick={onBringHere}>{t("call.useHere")}</Button>
      </StateScreen>
    );
  }
  if (state.seat === "elsewhere") {
    return (
      <StateScreen testId="already-here" title={t("call.already")} text={t("call.alreadyHelp")}>
        <Button large data-testid="move-here" onClick={() => call.join(true)}>{t("call.moveHere")}</Button>
        <Button look="plain" onClick={() => void navigate("/")}>{t("common.back")}</Button>
      </StateScreen>
    );
  }
  if (!appointment.data || !state.consultation) {
    return <StateScreen title={t("common.loading")} text="" />;
  }
  const talking = state.seat === "mine" && othersPresent(state.participants, state.me);
  return talking || state.consultation.phase === "LIVE" || state.consultation.phase === "INTERRUPTED" ? (
    <Conversation open={open} appointment={appointment.data} />
  ) : (
    <WaitingRoom open={open} appointment={appointment.data} />
  );
}

function othersPresent(participants: { id: string; present: boolean }[], me: string | null): boolean {
  return participants.some((participant) => participant.id !== me && participant.present);
}
