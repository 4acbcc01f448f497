import { FilePlus2, MessageSquare, Mic, MicOff, MonitorUp, MonitorX, PhoneOff, Settings, Users, Video, VideoOff } from "lucide-react";
import { useRef, useState, type HTMLAttributes, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../hooks/useStore";
import { Control } from "./Control";
import type { Panel } from "./panel";
import { Leaving } from "./Leaving";
import { MoreMenu } from "./MoreMenu";
import { AskToRecord } from "./recording/AskToRecord";
import { useMayRecord } from "./recording/use-may-record";
import { usePrescribes } from "./use-prescribes";
import { useMutedSpeaking } from "./call-hooks";
import type { OpenCall } from "./warm-call";

interface Props {
  open: OpenCall; panel: Panel; onPanel: (panel: Panel) => void; quiet: boolean;
  sideBySide: boolean; onLayout: () => void; selfShown: boolean; onSelf: () => void; root: RefObject<HTMLElement | null>;
}

const BAR = "absolute inset-x-0 bottom-0 z-20 flex items-start justify-center bg-linear-to-t from-black/80 to-transparent px-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] pt-8 transition-opacity focus-within:opacity-100";
/** On a phone that lies on its side the bar stands at the side, so that the picture keeps its height. */
const ON_ITS_SIDE = "short:inset-x-auto short:inset-y-0 short:end-0 short:w-20 short:flex-col short:items-center short:justify-center short:gap-2 short:bg-linear-to-l short:p-0 short:pe-[env(safe-area-inset-right)] rtl:short:bg-linear-to-r rtl:short:pe-[env(safe-area-inset-left)]";

/** One bar that hides when nobody moves. */
export function Controls(props: Props) {
  const { t } = useTranslation();
  const { open, panel, onPanel, quiet } = props;
  const prescribes = usePrescribes();
  const { call, media } = open;
  const { unread, abilities } = useStore(call.store);
  const { microphone, camera, screen } = useStore(media.store);
  const speaking = useMutedSpeaking(media);
  const [leaving, setLeaving] = useState(false);
  const [asking, setAsking] = useState(false);
  const mayRecord = useMayRecord(call);
  const unseen = useUnseenTaps(quiet);
  const toggle = (which: Panel) => onPanel(panel === which ? null : which);
  const sharing = screen.track !== null;
  const share = !abilities.frame && "getDisplayMedia" in (navigator.mediaDevices ?? {})
    ? { on: sharing, toggle: () => (sharing ? media.stopScreen() : void media.shareScreen()) }
    : null;
  return (
    <>
      {speaking && <p role="status" data-testid="muted-speaking" className="absolute inset-x-0 bottom-28 z-20 mx-auto w-fit max-w-[90%] rounded-full bg-warn px-4 py-2 text-center text-on-warn short:bottom-4">{t("call.mutedSpeaking")}</p>}
      <div role="group" aria-label={t("call.controls")} data-testid="controls" className={`${BAR} ${ON_ITS_SIDE} ${quiet ? "opacity-0" : ""}`} {...unseen}>
        <Control id="mute" label={t(microphone.on ? "call.mute" : "call.unmute")} off={!microphone.on} onClick={() => void media.setMicrophone(!microphone.on)}>{microphone.on ? <Mic /> : <MicOff />}</Control>
        <Control id="camera" label={t(camera.on ? "call.cameraOff" : "call.cameraOn")} off={!camera.on} onClick={() => void media.setCamera(!camera.on)}>{camera.on ? <Video /> : <VideoOff />}</Control>
        {share && <Control id="share" className="max-sm:hidden short:hidden" label={t(sharing ? "call.stopShare" : "call.share")} on={sharing} onClick={share.toggle}>{sharing ? <MonitorX /> : <MonitorUp />}</Control>}
        <Control id="chat-open" label={t("call.chat")} on={panel === "chat"} badge={unread} onClick={() => toggle("chat")}><MessageSquare /></Control>
        <Control id="people-open" className="max-md:hidden short:hidden" label={t("call.people")} on={panel === "people"} onClick={() => toggle("people")}><Users /></Control>
        {!abilities.frame && <Control id="devices-open" className="max-md:hidden short:hidden" label={t("call.devices")} on={panel === "devices"} onClick={() => toggle("devices")}><Settings /></Control>}
        {prescribes && <Control id="prescription-open" className="max-md:hidden short:hidden" label={t("prescription.title")} on={panel === "prescription"} onClick={() => toggle("prescription")}><FilePlus2 /></Control>}
        <MoreMenu {...props} pictures={!abilities.frame} prescribes={prescribes} share={share} onRecord={mayRecord ? () => setAsking(true) : null} />
        <Control id="leave" className="sm:ms-4 short:ms-0" label={t("call.leave")} danger onClick={() => setLeaving(true)}><PhoneOff /></Control>
      </div>
      {asking && <AskToRecord open={open} onClose={() => setAsking(false)} />}
      {leaving && <Leaving open={open} onClose={() => setLeaving(false)} />}
    </>
  );
}

/** A finger that wakes the bar does not press what it could not see. */
function useUnseenTaps(quiet: boolean): Pick<HTMLAttributes<HTMLElement>, "onPointerDownCapture" | "onClickCapture"> {
  const blind = useRef(false);
  return {
    onPointerDownCapture: (event) => { blind.current = quiet && event.pointerType === "touch"; },
    onClickCapture: (event) => {
      if (blind.current) event.stopPropagation();
      blind.current = false;
    },
  };
}
