import type { Participant } from "@consilium/call-engine";
import { MicOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../components/Avatar";
import { Video } from "../../components/Video";

/** The picture is there before it is shown, so that the first frame has somewhere to go the moment it comes. */
export function PersonTile({ person, camera, small, soundOnly, onShown }: {
  person: Participant; camera: MediaStream | null; small: boolean; soundOnly: boolean; onShown: () => void;
}) {
  const { t } = useTranslation();
  const without = soundOnly ? "picture.youWantSound" : person.media.camera && person.media.paused ? "picture.theirsPaused" : null;
  const shown = person.media.camera && camera !== null && without === null;
  return (
    <div className="relative size-full min-h-0 overflow-hidden bg-ground" data-testid={small ? "remote-small" : "remote"} data-camera={shown} data-microphone={person.media.microphone} data-person={person.id}>
      <Video stream={camera} onShown={onShown} aria-label={person.name} data-testid="remote-video" className={shown ? "size-full object-cover" : "invisible absolute size-full"} />
      {!shown && (
        <div className="grid size-full place-content-center justify-items-center gap-3">
          <Avatar name={person.name} large={!small} />
          {!small && <p className="text-xl">{person.name}</p>}
          {!small && person.present && <p className="text-ink-soft">{t(without ?? "call.noVideo", { name: person.name })}</p>}
        </div>
      )}
      {person.present && !person.media.microphone && (
        <p data-testid="remote-muted" className={`absolute inline-flex items-center gap-2 rounded-full bg-black/70 text-white ${small ? "bottom-1 start-1 p-1.5" : "start-4 top-20 px-3 py-1.5 text-base"}`}>
          <MicOff size={18} aria-hidden="true" /><span className={small ? "sr-only" : ""}>{t("call.muted")}</span>
        </p>
      )}
    </div>
  );
}
