import {
  Camera, CameraOff, LayoutGrid, Maximize, MessageSquare, Mic, MicOff, MonitorUp, MonitorX, PhoneOff, PictureInPicture2, Settings, Users, UserSquare,
} from "lucide-react";
import { useState, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { useStore } from "../../hooks/useStore";
import type { Panel } from "./Conversation";
import { useMutedSpeaking } from "./call-hooks";
import type { OpenCall } from "./warm-call";

interface Props {
  open: OpenCall; appointment: Appointment; panel: Panel; onPanel: (panel: Panel) => void; quiet: boolean;
  sideBySide: boolean; onLayout: () => void; selfShown: boolean; onSelf: () => void; root: RefObject<HTMLElement | null>;
}

/** One bar that hides when nobody moves. */
export function Controls(props: Props) {
  const { t } = useTranslation();
  const { open, panel, onPanel, quiet } = props;
  const { call, media } = open;
  const { unread } = useStore(call.store);
  const { microphone, camera, screen } = useStore(media.store);
  const speaking = useMutedSpeaking(media);
  const [leaving, setLeaving] = useState(false);
  const toggle = (which: Panel) => onPanel(panel === which ? null : which);
  return (
    <>
      {speaking && <p role="status" className="absolute inset-x-0 bottom-28 mx-auto w-fit rounded-full bg-warn px-4 py-2 text-on-warn">{t("call.mutedSpeaking")}</p>}
      <div role="toolbar" aria-label={t("call.more")} data-testid="controls" className={`absolute inset-x-0 bottom-0 flex flex-wrap items-start justify-center gap-x-1 gap-y-1 bg-linear-to-t from-black/80 to-transparent px-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] pt-6 transition-opacity focus-within:opacity-100 landscape:max-h-dvh landscape:max-sm:inset-x-auto landscape:max-sm:end-0 landscape:max-sm:top-0 landscape:max-sm:w-20 landscape:max-sm:flex-col landscape:max-sm:overflow-y-auto ${quiet ? "opacity-0" : ""}`}>
        <Control id="mute" label={microphone.on ? t("call.mute") : t("call.unmute")} off={!microphone.on} onClick={() => void media.setMicrophone(!microphone.on)}>{microphone.on ? <Mic /> : <MicOff />}</Control>
        <Control id="camera" label={camera.on ? t("call.cameraOff") : t("call.cameraOn")} off={!camera.on} onClick={() => void media.setCamera(!camera.on)}>{camera.on ? <Camera /> : <CameraOff />}</Control>
        {"getDisplayMedia" in (navigator.mediaDevices ?? {}) && (
          <Control id="share" label={screen.track ? t("call.stopShare") : t("call.share")} on={screen.track !== null} onClick={() => (screen.track ? media.stopScreen() : void media.shareScreen())}>{screen.track ? <MonitorX /> : <MonitorUp />}</Control>
        )}
        <Control id="chat-open" label={t("call.chat")} on={panel === "chat"} badge={unread} onClick={() => toggle("chat")}><MessageSquare /></Control>
        <Control id="people-open" label={t("call.people")} on={panel === "people"} onClick={() => toggle("people")}><Users /></Control>
        <Control id="devices-open" label={t("call.devices")} on={panel === "devices"} onClick={() => toggle("devices")}><Settings /></Control>
        <More {...props} />
        <Control id="leave" label={t("call.leave")} danger onClick={() => setLeaving(true)}><PhoneOff /></Control>
      </div>
      {leaving && <Leaving {...props} onClose={() => setLeaving(false)} />}
    </>
  );
}

function More({ panel, sideBySide, onLayout, selfShown, onSelf, root }: Props) {
  const { t } = useTranslation();
  const fullScreen = () => (document.fullscreenElement ? void document.exitFullscreen() : void root.current?.requestFullscreen?.());
  const pictureInPicture = () => {
    const video = root.current?.querySelector<HTMLVideoElement>("[data-testid=remote-video]");
    void video?.requestPictureInPicture?.().catch(() => undefined);
  };
  return (
    <span className={`hidden gap-1 ${panel === null ? "md:flex" : "2xl:flex"}`}>
      <Control id="layout" label={sideBySide ? t("call.speakerView") : t("call.grid")} on={sideBySide} onClick={onLayout}><LayoutGrid /></Control>
      <Control id="self" label={selfShown ? t("call.hideSelf") : t("call.showSelf")} onClick={onSelf}><UserSquare /></Control>
      {document.fullscreenEnabled && <Control id="full-screen" label={t("call.fullScreen")} onClick={fullScreen}><Maximize /></Control>}
      {document.pictureInPictureEnabled && <Control id="pip" label={t("call.pip")} onClick={pictureInPicture}><PictureInPicture2 /></Control>}
    </span>
  );
}

function Control({ id, label, children, onClick, off = false, on = false, danger = false, badge = 0 }: {
  id: string; label: string; children: ReactNode; onClick: () => void; off?: boolean; on?: boolean; danger?: boolean; badge?: number;
}) {
  const { t } = useTranslation();
  const look = danger ? "bg-danger text-on-danger" : off ? "bg-white text-black" : on ? "bg-primary text-on-primary" : "bg-surface/90 text-ink hover:bg-calm";
  return (
    <button type="button" data-testid={id} data-off={off} title={label} onClick={onClick} className="group grid w-15 justify-items-center gap-1 text-xs">
      <span className={`relative inline-flex size-14 items-center justify-center rounded-full transition ${look}`}>
        <span aria-hidden="true">{children}</span>
        {badge > 0 && <span data-testid={`${id}-badge`} aria-label={t("chat.unread", { count: badge })} className="absolute -end-1 -top-1 grid size-6 place-content-center rounded-full bg-danger text-sm text-on-danger">{badge}</span>}
      </span>
      <span className="max-sm:sr-only">{label}</span>
    </button>
  );
}

function Leaving({ open, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { consultation } = useStore(open.call.store);
  const end = () => { if (consultation) void api.end(consultation.consultation).catch(() => undefined); onClose(); };
  return (
    <Dialog title={user.role === "DOCTOR" ? t("call.endTitle") : t("call.leave")} onClose={onClose}>
      <p className="mb-5">{t("call.endText")}</p>
      <div className="grid gap-3">
        {user.role === "DOCTOR" && <Button large look="danger" data-testid="end-for-all" onClick={end}>{t("call.endForAll")}</Button>}
        <Button large look={user.role === "DOCTOR" ? "calm" : "danger"} data-testid="leave-only" onClick={() => open.call.leave()}>{t("call.leave")}</Button>
        <Button look="plain" onClick={onClose}>{t("common.cancel")}</Button>
      </div>
    </Dialog>
  );
}
