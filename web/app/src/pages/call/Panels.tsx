import { Mic, MicOff, Video as VideoOn, VideoOff, X } from "lucide-react";
import { useEffect, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "../../hooks/focus";
import { useStore } from "../../hooks/useStore";
import { DevicePicker } from "../../components/DevicePicker";
import { DataUse } from "./DataUse";
import type { OpenCall } from "./warm-call";

/** The one side sheet; full width on a phone. Whoever uses a keyboard goes on in it, and afterwards at the button that opened it. */
export function SidePanel({ title, onClose, children, testId }: { title: string; onClose: () => void; children: ReactNode; testId: string }) {
  const { t } = useTranslation();
  const panel = useFocusBack<HTMLElement>();
  useEffect(() => panel.current?.focus({ preventScroll: true }), [panel]);
  // A dialog above it closes first.
  const leave = (event: KeyboardEvent) => { if (event.key === "Escape" && !event.defaultPrevented && panel.current?.querySelector("dialog") === null) onClose(); };
  return (
    <aside ref={panel} tabIndex={-1} aria-label={title} data-testid={testId} onKeyDown={leave} className="flex w-full flex-col bg-surface -outline-offset-4 max-sm:absolute max-sm:inset-0 max-sm:z-20 sm:w-96">
      <div className="flex items-center justify-between border-b border-line p-3 ps-5">
        <h2 className="text-xl font-bold">{title}</h2>
        <button type="button" onClick={onClose} data-testid="panel-close" aria-label={t("common.close")} className="inline-flex size-11 items-center justify-center rounded-full hover:bg-calm"><X aria-hidden="true" /></button>
      </div>
      {children}
    </aside>
  );
}

export function PeoplePanel({ open, onClose }: { open: OpenCall; onClose: () => void }) {
  const { t } = useTranslation();
  const { participants, me } = useStore(open.call.store);
  return (
    <SidePanel title={t("call.participants")} onClose={onClose} testId="people-panel">
      <ul className="grid gap-1 p-3">
        {participants.map((person) => (
          <li key={person.id} data-testid={`participant-${person.role}`} data-present={person.present} data-microphone={person.media.microphone} data-camera={person.media.camera} className="flex min-h-14 items-center gap-3 rounded-xl px-3">
            <span className="flex-1">
              {person.name}{person.id === me && ` (${t("call.you")})`}
              <span className="block text-base text-ink-soft">{t(`login.role.${person.role}`)} · {person.present ? t("call.present") : t("call.absent")}
                {person.media.receive && person.media.receive !== "full" && ` · ${t(`picture.theyWant.${person.media.receive}`)}`}
              </span>
            </span>
            {person.media.microphone ? <Mic aria-hidden="true" size={20} /> : <MicOff aria-label={t("call.muted")} size={20} />}
            {person.media.camera ? <VideoOn aria-hidden="true" size={20} /> : <VideoOff aria-label={t("call.noVideo")} size={20} />}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}

export function DevicesPanel({ open, onClose }: { open: OpenCall; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SidePanel title={t("call.devices")} onClose={onClose} testId="devices-panel">
      <div className="grid gap-4 overflow-y-auto p-5">
        {(["camera", "microphone", "speaker"] as const).map((kind) => <DevicePicker key={kind} media={open.media} kind={kind} />)}
        <DataUse open={open} />
      </div>
    </SidePanel>
  );
}
