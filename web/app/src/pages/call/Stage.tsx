import { Pin, PinOff } from "lucide-react";
import { useMemo, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Video } from "../../components/Video";
import { useStore } from "../../hooks/useStore";
import { PersonTile } from "./PersonTile";
import { SelfView } from "./SelfView";
import { arrange, type Tile } from "./stage";
import type { OpenCall } from "./warm-call";

const GRID = "grid size-full gap-2 p-2 pb-28 portrait:auto-rows-fr landscape:auto-cols-fr landscape:grid-flow-col short:pb-2 short:pe-24";
const SMALL = "absolute bottom-[calc(7.5rem+var(--slot)*7rem)] start-4 w-32 sm:w-44 short:bottom-[calc(1rem+var(--slot)*5rem)] short:w-28 aspect-video rounded-xl shadow-(--shadow)";

/** All pictures. Each keeps its element when it grows or shrinks, so that it does not go black meanwhile. */
export function Stage({ open, sideBySide, selfShown, onShown }: { open: OpenCall; sideBySide: boolean; selfShown: boolean; onShown: () => void }) {
  const { media } = open;
  const { participants: all, me, receive } = useStore(open.call.store);
  const { screen } = useStore(media.store);
  const [pinned, setPinned] = useState<string | null>(null);
  // Who wants to hear only is sent no screen either.
  const participants = receive === "sound" ? all.map((one) => ({ ...one, media: { ...one.media, screen: false } })) : all;
  const { large, small } = arrange({ me, participants, sharing: screen.track !== null, pinned, sideBySide, selfShown });
  const others = [...large, ...small].filter((tile) => !(tile.mine && tile.kind === "camera"));
  const self = [...large, ...small].find((tile) => tile.mine && tile.kind === "camera");
  const slots = small.filter((tile) => tile !== self);
  return (
    <div className={large.length > 1 ? GRID : "size-full"}>
      {others.sort((a, b) => a.id.localeCompare(b.id)).map((tile) => {
        const slot = slots.indexOf(tile);
        return (
          <div key={tile.id} className={`overflow-hidden bg-black ${slot >= 0 ? `${SMALL} z-10` : `relative size-full min-h-0 ${large.length > 1 ? "rounded-xl" : ""}`}`} style={{ "--slot": Math.max(slot, 0) } as CSSProperties}>
            <Picture open={open} tile={tile} small={slot >= 0} onShown={onShown} />
            <PinButton open={open} tile={tile} small={slot >= 0} pinned={pinned === tile.id} alone={large.length === 1 && small.length <= 1} onPin={setPinned} />
          </div>
        );
      })}
      {self && <SelfView media={media} still={large.includes(self)} />}
    </div>
  );
}

function Picture({ open, tile, small, onShown }: { open: OpenCall; tile: Tile; small: boolean; onShown: () => void }) {
  const { t } = useTranslation();
  const { participants, remote, receive } = useStore(open.call.store);
  const { screen } = useStore(open.media.store);
  const own = useMemo(() => (screen.track ? new MediaStream([screen.track]) : null), [screen.track]);
  const person = participants.find(({ id }) => id === tile.person);
  if (!person) return null;
  if (tile.kind === "camera") return <PersonTile person={person} camera={remote[tile.person]?.camera ?? null} small={small} soundOnly={receive === "sound"} onShown={onShown} />;
  const stream = tile.mine ? own : (remote[tile.person]?.screen ?? null);
  return (
    <Video
      stream={stream} {...(tile.mine ? {} : { onShown })} data-testid={tile.mine ? "own-screen" : "shared-screen"} className="size-full object-contain"
      aria-label={tile.mine ? t("call.youShare") : t("call.sharing", { name: person.name })}
    />
  );
}

/** A small picture is made large by pressing it; a pinned one says so and lets go. */
function PinButton({ open, tile, small, pinned, alone, onPin }: {
  open: OpenCall; tile: Tile; small: boolean; pinned: boolean; alone: boolean; onPin: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const name = useStore(open.call.store).participants.find(({ id }) => id === tile.person)?.name ?? "";
  if (small) {
    return (
      <button type="button" data-testid={`pin-${tile.kind}`} aria-label={t("call.enlarge", { name })} title={t("call.enlarge", { name })} onClick={() => onPin(tile.id)} className="absolute inset-0 rounded-xl outline-offset-[-4px]" />
    );
  }
  if (!pinned && alone) return null;
  const label = t(pinned ? "call.unpin" : "call.pin", { name });
  return (
    <button type="button" data-testid={pinned ? "unpin" : "pin"} aria-label={label} title={label} onClick={() => onPin(pinned ? null : tile.id)} className="absolute end-4 top-20 z-10 inline-flex size-11 items-center justify-center rounded-full bg-black/60 text-white hover:bg-black/80 short:end-24 short:top-16">
      {pinned ? <PinOff size={20} aria-hidden="true" /> : <Pin size={20} aria-hidden="true" />}
    </button>
  );
}
