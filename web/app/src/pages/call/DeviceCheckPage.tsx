import { checkConnection, LocalMedia, type ConnectionCheck } from "@consilium/call-engine";
import { CircleCheck, CircleDashed, CircleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { useStore } from "../../hooks/useStore";
import { Devices } from "./Devices";

/** Can be done any time before: own picture, three lines that turn good one by one. */
export default function DeviceCheckPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [media, setMedia] = useState<LocalMedia | null>(null);
  const [connection, setConnection] = useState<ConnectionCheck | null>(null);
  useEffect(() => {
    const opened = new LocalMedia();
    setMedia(opened);
    void opened.start({ camera: true, microphone: true });
    void api.iceServers().then(checkConnection).then(setConnection, () => setConnection("NONE"));
    return () => opened.close();
  }, []);
  if (!media) return null;
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <section className="grid content-start gap-4">
        <h1 className="text-3xl font-bold">{t("devices.title")}</h1>
        <p className="text-ink-soft">{t("devices.lead")}</p>
        <Verdicts media={media} connection={connection} />
        <Button large data-testid="devices-done" onClick={() => void navigate("/")} className="justify-self-start">{t("devices.done")}</Button>
      </section>
      <Devices media={media} />
    </div>
  );
}

function Verdicts({ media, connection }: { media: LocalMedia; connection: ConnectionCheck | null }) {
  const { t } = useTranslation();
  const { camera, microphone } = useStore(media.store);
  const device = (one: { on: boolean; problem: unknown }, missing: string) =>
    one.on ? (["good", t("devices.good")] as const) : one.problem ? (["bad", missing] as const) : (["open", t("devices.checking")] as const);
  const rows = [
    [t("devices.camera"), ...device(camera, t("devices.noCamera")), "camera"],
    [t("devices.microphone"), ...device(microphone, t("devices.noMicrophone")), "microphone"],
    [
      t("devices.connection"),
      connection === null ? "open" : connection === "NONE" ? "bad" : "good",
      connection === null ? t("devices.checking") : t(`devices.connectionResult.${connection}`),
      "connection",
    ],
  ] as const;
  const icons = { good: CircleCheck, bad: CircleAlert, open: CircleDashed };
  return (
    <ul className="grid gap-3" aria-live="polite">
      {rows.map(([name, verdict, words, id]) => {
        const Icon = icons[verdict];
        return (
          <li key={id} data-testid={`check-${id}`} data-verdict={verdict} className="flex items-center gap-3 rounded-card bg-surface px-4 py-3">
            <Icon aria-hidden="true" className={verdict === "good" ? "text-good" : verdict === "bad" ? "text-danger" : "text-ink-soft"} />
            <span><strong>{name}</strong> {words}</span>
          </li>
        );
      })}
    </ul>
  );
}
