import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { Avatar } from "../../components/Avatar";
import { Button } from "../../components/Button";
import { MediaTrouble } from "../../components/MediaTrouble";
import { Sound, Video } from "../../components/Video";
import { useStore } from "../../hooks/useStore";
import { ChatPanel } from "./ChatPanel";
import { ConnectionPanel } from "./ConnectionPanel";
import { Controls } from "./Controls";
import { DevicesPanel, PeoplePanel } from "./Panels";
import { SelfView } from "./SelfView";
import { TopBar } from "./TopBar";
import { useQuietPointer, usePushToTalk, useWakeLock } from "./call-hooks";
import type { OpenCall } from "./warm-call";

export type Panel = "chat" | "people" | "devices" | "connection" | null;

/** The other person, edge to edge; everything else steps back. */
export function Conversation({ open, appointment }: { open: OpenCall; appointment: Appointment }) {
  const { t } = useTranslation();
  const { call, media } = open;
  const state = useStore(call.store);
  const local = useStore(media.store);
  const [panel, setPanel] = useState<Panel>(null);
  const [blocked, setBlocked] = useState(false);
  const [sideBySide, setSideBySide] = useState(false);
  const [selfShown, setSelfShown] = useState(true);
  const root = useRef<HTMLElement>(null);
  const quiet = useQuietPointer(panel !== null);
  usePushToTalk(media);
  useWakeLock();
  const onShown = useCallback(() => call.pictureShown(), [call]);
  const onBlocked = useCallback(() => setBlocked(true), []);

  const other = state.participants.find((participant) => participant.id !== state.me);
  const remote = other ? state.remote[other.id] : undefined;
  const screen = useMemo(() => (local.screen.track ? new MediaStream([local.screen.track]) : null), [local.screen.track]);
  const shared = other?.media.screen ? (remote?.screen ?? null) : screen;
  useEffect(() => {
    if (panel === "chat" && state.unread > 0) call.markRead();
  }, [panel, state.unread, call]);

  return (
    <main ref={root} className="call fixed inset-0 flex overflow-hidden" data-testid="call" data-phase={state.consultation?.phase} data-link={state.link}>
      <div className="relative min-w-0 flex-1">
        <div className={sideBySide && !shared ? "grid size-full gap-2 p-2 pb-24 portrait:grid-rows-2 landscape:grid-cols-2" : "size-full"}>
          {shared ? (
            <Video stream={shared} data-testid="shared-screen" onShown={onShown} aria-label={t("call.sharing", { name: other?.name ?? t("call.you") })} className="size-full bg-black object-contain" />
          ) : (
            <RemoteTile
              name={other?.name ?? ""} camera={remote?.camera ?? null} shown={other?.media.camera === true && remote?.camera != null}
              present={other?.present ?? false} id={other?.id ?? ""} onShown={onShown}
            />
          )}
          {sideBySide && !shared && <SelfView media={media} still />}
        </div>
        {shared && other?.media.camera && (
          <Video stream={remote?.camera ?? null} data-testid="remote-small" aria-label={other.name} className="absolute bottom-28 start-4 aspect-video w-40 rounded-xl object-cover shadow-(--shadow)" />
        )}
        {selfShown && !(sideBySide && !shared) && <SelfView media={media} />}
        <Sound stream={remote?.audio ?? null} speakerId={local.speakerId} onBlocked={onBlocked} />
        <TopBar open={open} appointment={appointment} quiet={quiet} panel={panel} onPanel={setPanel} />
        {(local.camera.problem || local.microphone.problem) && (
          <div className="absolute inset-x-4 top-20 z-10 mx-auto max-w-xl"><MediaTrouble media={media} compact /></div>
        )}
        <Veil open={open} name={other?.name ?? ""} present={other?.present ?? false} />
        {blocked && (
          <div className="absolute inset-0 grid place-content-center bg-black/60">
            <Button large onClick={() => { setBlocked(false); for (const audio of document.querySelectorAll("audio")) void audio.play(); }}>{t("call.sound")}</Button>
          </div>
        )}
        <Controls
          open={open} appointment={appointment} panel={panel} onPanel={setPanel} quiet={quiet}
          sideBySide={sideBySide} onLayout={() => setSideBySide(!sideBySide)}
          selfShown={selfShown} onSelf={() => setSelfShown(!selfShown)} root={root}
        />
      </div>
      {panel === "chat" && <ChatPanel open={open} appointmentId={appointment.id} onClose={() => setPanel(null)} />}
      {panel === "people" && <PeoplePanel open={open} onClose={() => setPanel(null)} />}
      {panel === "connection" && <ConnectionPanel open={open} name={other?.name ?? ""} onClose={() => setPanel(null)} />}
      {panel === "devices" && <DevicesPanel open={open} onClose={() => setPanel(null)} />}
    </main>
  );
}

/** The picture is there before it is shown, so that the first frame has somewhere to go the moment it comes. */
function RemoteTile({ name, camera, shown, present, id, onShown }: {
  name: string; camera: MediaStream | null; shown: boolean; present: boolean; id: string; onShown: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="relative size-full min-h-0 overflow-hidden" data-testid="remote" data-camera={shown} data-person={id}>
      <Video stream={camera} onShown={onShown} aria-label={name} data-testid="remote-video" className={shown ? "size-full object-cover" : "invisible absolute size-full"} />
      {!shown && (
        <div className="grid size-full place-content-center justify-items-center gap-3">
          <Avatar name={name} large />
          <p className="text-xl">{name}</p>
          {present && <p className="text-ink-soft">{t("call.noVideo")}</p>}
        </div>
      )}
    </div>
  );
}

/** A calm veil over the last picture while a connection comes back. */
function Veil({ open, name, present }: { open: OpenCall; name: string; present: boolean }) {
  const { t } = useTranslation();
  const { link, connection, consultation } = useStore(open.call.store);
  const reconnecting = link === "reconnecting" || (connection === "reconnecting" && link !== "up");
  const words = !present
    ? t(consultation?.phase === "INTERRUPTED" ? "call.dropped" : "call.left", { name })
    : reconnecting ? t("call.reconnecting") : null;
  return (
    <div aria-live="polite" className="pointer-events-none absolute inset-x-0 top-24 flex justify-center px-4">
      {words && (
        <div data-testid={present ? "reconnecting" : "other-away"} className="rounded-card bg-surface/95 px-6 py-4 text-center shadow-(--shadow)">
          <p className="text-xl font-semibold">{words}</p>
          {present && <p className="text-ink-soft">{t("call.reconnectingHelp")}</p>}
        </div>
      )}
    </div>
  );
}
