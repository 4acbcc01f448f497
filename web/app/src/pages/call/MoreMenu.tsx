import { CircleDot, Ellipsis, FilePlus2, LayoutGrid, Maximize, Minimize, MonitorUp, MonitorX, PictureInPicture2, Settings, UserSquare, Users } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Control } from "./Control";
import type { Panel } from "./panel";
import { useFullScreen } from "./use-full-screen";

export interface MoreProps {
  onPanel: (panel: Panel) => void; sideBySide: boolean; onLayout: () => void; selfShown: boolean; onSelf: () => void;
  share: { on: boolean; toggle: () => void } | null;
  /** Null for whoever may not ask for it, and while it is recorded already. */
  onRecord: (() => void) | null;
  /** Whether this page itself shows the pictures, and has the devices. */
  pictures: boolean;
  /** Whoever prescribes. */
  prescribes: boolean; root: RefObject<HTMLElement | null>;
}

/** What is needed now and then, each with its words. What the bar has no room for on a small screen is here as well. */
export function MoreMenu({ onPanel, sideBySide, onLayout, selfShown, onSelf, share, onRecord, pictures, prescribes, root }: MoreProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const full = useFullScreen(root);
  useDismissal(open, box, () => setOpen(false));
  // The menu goes; what it opens gives the focus back to its button.
  const then = (act: () => void) => () => { box.current?.querySelector("button")?.focus(); act(); setOpen(false); };
  const pictureInPicture = () => void root.current?.querySelector<HTMLVideoElement>("[data-testid=remote-video]")?.requestPictureInPicture?.().catch(() => undefined);
  return (
    <div ref={box} className="relative">
      <Control id="more" label={t("call.more")} on={open} expanded={open} onClick={() => setOpen(!open)}><Ellipsis /></Control>
      {open && (
        <div role="group" aria-label={t("call.more")} data-testid="more-menu" className="absolute bottom-full end-0 z-30 mb-3 grid max-h-[70dvh] w-64 overflow-y-auto rounded-card bg-surface p-2 shadow-(--shadow) short:fixed short:bottom-auto short:end-24 short:top-2 short:mb-0 short:max-h-[calc(100dvh-1rem)]">
          {share && <Item className="sm:hidden short:flex" icon={share.on ? <MonitorX /> : <MonitorUp />} onClick={then(share.toggle)}>{t(share.on ? "call.stopShare" : "call.share")}</Item>}
          <Item id="people-item" className="md:hidden short:flex" icon={<Users />} onClick={then(() => onPanel("people"))}>{t("call.people")}</Item>
          {pictures && <Item id="devices-item" className="md:hidden short:flex" icon={<Settings />} onClick={then(() => onPanel("devices"))}>{t("call.devices")}</Item>}
          {prescribes && <Item id="prescription-item" className="md:hidden short:flex" icon={<FilePlus2 />} onClick={then(() => onPanel("prescription"))}>{t("prescription.title")}</Item>}
          {onRecord && <Item id="record" icon={<CircleDot />} onClick={then(onRecord)}>{t("recording.record")}</Item>}
          {pictures && <Item id="layout" icon={<LayoutGrid />} onClick={then(onLayout)}>{t(sideBySide ? "call.speakerView" : "call.grid")}</Item>}
          {pictures && <Item id="self" icon={<UserSquare />} onClick={then(onSelf)}>{t(selfShown ? "call.hideSelf" : "call.showSelf")}</Item>}
          {full.possible && <Item id="full-screen" icon={full.on ? <Minimize /> : <Maximize />} onClick={then(full.toggle)}>{t(full.on ? "call.exitFullScreen" : "call.fullScreen")}</Item>}
          {pictures && document.pictureInPictureEnabled && <Item id="pip" icon={<PictureInPicture2 />} onClick={then(pictureInPicture)}>{t("call.pip")}</Item>}
        </div>
      )}
    </div>
  );
}

function Item({ id, icon, onClick, className = "", children }: { id?: string; icon: ReactNode; onClick: () => void; className?: string; children: ReactNode }) {
  return (
    <button type="button" data-testid={id} onClick={onClick} className={`flex min-h-12 short:min-h-10 items-center gap-4 rounded-xl px-4 text-start hover:bg-calm ${className}`}>
      <span aria-hidden="true" className="text-ink-soft">{icon}</span>{children}
    </button>
  );
}

/** A press elsewhere or Escape closes; Escape gives the focus back. */
function useDismissal(open: boolean, box: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const press = (event: PointerEvent) => { if (!box.current?.contains(event.target as Node)) close(); };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      close();
      box.current?.querySelector("button")?.focus();
    };
    addEventListener("pointerdown", press);
    addEventListener("keydown", key);
    return () => {
      removeEventListener("pointerdown", press);
      removeEventListener("keydown", key);
    };
  });
}
