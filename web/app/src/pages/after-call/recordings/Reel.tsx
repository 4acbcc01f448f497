import { Download, Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonLook } from "../../../components/Button";
import { Player } from "./Player";

interface Props {
  url: string; download: string; poster: string | null; size: number | null; label: string; mayDownload: boolean; onBroken: () => void;
  /** The rest may still come. */
  arriving: boolean;
  /** Of several; null: there is one. */
  number: number | null;
}

/** What plays by itself, and what its reader may do with it. */
export function Reel({ url, download, poster, size, label, mayDownload, onBroken, arriving, number }: Props) {
  const { t } = useTranslation();
  const [watching, setWatching] = useState(false);
  const id = number === null || number === 1 ? "" : `-${number}`;
  const watch = number !== null ? t("recordings.watchNumber", { number }) : t(arriving ? "recordings.watchPart" : "recordings.watch");
  return (
    <div className="grid gap-4">
      {/* Not before somebody asks for it: each view is written down, and phones pay for what they load. */}
      {watching && <Player key={size} url={url} poster={poster} label={label} mayDownload={mayDownload} onBroken={onBroken} />}
      <div className="flex flex-wrap items-center gap-3">
        {!watching && <Button data-testid={`recording-watch${id}`} look={arriving ? "calm" : "primary"} onClick={() => setWatching(true)}><Play size={20} aria-hidden="true" />{watch}</Button>}
        {!arriving && mayDownload && (
          <a data-testid={`recording-download${id}`} href={download} download className={buttonLook("calm", false)}>
            <Download size={20} aria-hidden="true" />{number === null ? t("recordings.download") : t("recordings.downloadNumber", { number })}
          </a>
        )}
      </div>
    </div>
  );
}
