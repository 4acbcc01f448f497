import { useTranslation } from "react-i18next";
import { RotateCw, TriangleAlert } from "lucide-react";
import { Button } from "../../../components/Button";
import { useStore } from "../../../hooks/useStore";
import type { OpenCall } from "../warm-call";
import { roomRemedy } from "./room-remedy";

/** Why the room of the clinic's video service cannot be entered, and what to do. */
export function RoomTrouble({ open }: { open: OpenCall }) {
  const { t } = useTranslation();
  const { roomProblem, consultation, abilities } = useStore(open.call.store);
  const remedy = roomProblem && roomRemedy(roomProblem, { ended: consultation?.phase === "ENDED", frame: abilities.frame });
  return (
    <div role="alert">
      {roomProblem && (
        <div data-testid="room-problem" data-problem={roomProblem} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-surface px-4 py-3 text-ink shadow-(--shadow)">
          <TriangleAlert aria-hidden="true" size={22} className="shrink-0 text-danger" />
          <p className="min-w-48 flex-1">{t(`room.problem.${roomProblem}`)}</p>
          {remedy === "again" && (
            <Button look="calm" data-testid="room-again" onClick={() => open.call.retryRoom()}><RotateCw size={18} aria-hidden="true" />{t("room.again")}</Button>
          )}
          {remedy === "reload" && (
            <Button look="calm" data-testid="room-reload" onClick={() => location.reload()}><RotateCw size={18} aria-hidden="true" />{t("room.reload")}</Button>
          )}
        </div>
      )}
    </div>
  );
}
