import { lazy, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Later } from "../../components/Later";
import { MediaTrouble } from "../../components/MediaTrouble";
import { useStore } from "../../hooks/useStore";
import { addWords } from "../../i18n";
import { Announcements } from "./Announcements";
import { useTitle } from "../../hooks/useTitle";
import { ChatPanel } from "./ChatPanel";
import { ClinicWords } from "./ClinicWords";
import { ConnectionPanel } from "./ConnectionPanel";
import { Controls } from "./Controls";
import { DevicesPanel, PeoplePanel } from "./Panels";
import type { Panel } from "./panel";
import { PictureWords } from "./PictureWords";
import { PrivacyPanel } from "./PrivacyPanel";
import { RecordingMark } from "./recording/RecordingMark";
import { RecordingNews } from "./recording/RecordingNews";
import { RecordingQuestion } from "./recording/RecordingQuestion";
import { RoomFrame } from "./room/RoomFrame";
import { RoomWords } from "./room/lazy-room";
import { PrescriptionPanel } from "./lazy-panels";
import { Sounds } from "./Sounds";
import { Stage } from "./Stage";
import { TopBar } from "./TopBar";
import { Veil } from "./Veil";
import { useQuietPointer, usePushToTalk, useWakeLock } from "./call-hooks";
import type { OpenCall } from "./warm-call";

const EmergencyPanel = lazy(async () => {
  await addWords("care");
  return import("./emergency/EmergencyPanel");
});

/** The other person, edge to edge; everything else steps back. */
export function Conversation({ open, appointment }: { open: OpenCall; appointment: Appointment }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { call, media } = open;
  const state = useStore(call.store);
  const local = useStore(media.store);
  const [panel, setPanel] = useState<Panel>(null);
  const [blocked, setBlocked] = useState(false);
  const [sideBySide, setSideBySide] = useState(false);
  const [selfShown, setSelfShown] = useState(true);
  const root = useRef<HTMLElement>(null);
  // What moves in a provider's frame is not seen here.
  const quiet = useQuietPointer(panel !== null || state.abilities.frame);
  usePushToTalk(media);
  useWakeLock();
  useTitle(user.role === "DOCTOR" ? appointment.patient.name : appointment.doctor.name);
  const onShown = useCallback(() => call.pictureShown(), [call]);
  const onBlocked = useCallback(() => setBlocked(true), []);

  const other = state.participants.find((participant) => participant.id !== state.me);
  useEffect(() => {
    if (panel === "chat" && state.unread > 0) call.chat.markRead();
  }, [panel, state.unread, call]);

  return (
    <main ref={root} className="call fixed inset-0 flex overflow-hidden" data-testid="call" data-phase={state.consultation?.phase} data-link={state.link}>
      <div className="relative min-w-0 flex-1">
        {state.abilities.frame ? <RoomFrame open={open} /> : <Stage open={open} sideBySide={sideBySide} selfShown={selfShown} onShown={onShown} />}
        <Sounds remote={state.remote} speakerId={local.speakerId} onBlocked={onBlocked} />
        <PictureWords open={open} />
        <TopBar open={open} appointment={appointment} quiet={quiet} panel={panel} onPanel={setPanel} />
        {(local.camera.problem || local.microphone.problem) && (
          <div className="absolute inset-x-4 top-20 z-10 mx-auto max-w-xl"><MediaTrouble media={media} compact /></div>
        )}
        <div className="absolute inset-x-4 top-36 z-20 mx-auto max-w-xl short:top-16"><RoomWords open={open} /></div>
        <Announcements open={open} />
        <ClinicWords open={open} className="pointer-events-none absolute inset-x-0 top-24 z-20 grid justify-items-center px-4 short:top-14" />
        <RecordingMark open={open} />
        <RecordingNews open={open} />
        <RecordingQuestion open={open} doctor={appointment.doctor.name} />
        <Veil open={open} name={other?.name ?? ""} present={other?.present ?? false} />
        {blocked && (
          <div className="absolute inset-0 grid place-content-center bg-black/60">
            <Button large onClick={() => { setBlocked(false); for (const audio of document.querySelectorAll("audio")) void audio.play(); }}>{t("call.sound")}</Button>
          </div>
        )}
        <Controls
          open={open} panel={panel} onPanel={setPanel} quiet={quiet}
          sideBySide={sideBySide} onLayout={() => setSideBySide(!sideBySide)}
          selfShown={selfShown} onSelf={() => setSelfShown(!selfShown)} root={root}
        />
      </div>
      {panel === "chat" && <ChatPanel open={open} appointmentId={appointment.id} onClose={() => setPanel(null)} />}
      {panel === "people" && <PeoplePanel open={open} onClose={() => setPanel(null)} />}
      {panel === "connection" && <ConnectionPanel open={open} name={other?.name ?? ""} onClose={() => setPanel(null)} />}
      {panel === "privacy" && <PrivacyPanel open={open} onClose={() => setPanel(null)} />}
      {panel === "prescription" && <Later><PrescriptionPanel appointment={appointment} onClose={() => setPanel(null)} /></Later>}
      {panel === "emergency" && <Later><EmergencyPanel appointment={appointment} onClose={() => setPanel(null)} /></Later>}
      {panel === "devices" && <DevicesPanel open={open} onClose={() => setPanel(null)} />}
    </main>
  );
}
