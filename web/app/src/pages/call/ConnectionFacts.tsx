import { mos, type Quality } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { MeasureWords, NONE } from "../../lib/measure-words";

/** The numbers of the last two seconds. `value` is for whoever reads the page by program. */
export function ConnectionFacts({ quality, name }: { quality: Quality; name: string }) {
  const { t, i18n } = useTranslation();
  const words = new MeasureWords(i18n.language);
  const { interval: now, theirs } = quality;
  const picture = (width: number | null, height: number | null, fps: number | null, codec: string | null) =>
    height ? `${width}\u202f×\u202f${height} · ${words.number(fps)} fps · ${codec ?? NONE}` : NONE;
  const way = now.candidateType
    ? t(now.candidateType === "relay" || now.remoteCandidateType === "relay" ? "quality.relayed" : "quality.direct", { protocol: now.protocol?.toUpperCase() ?? NONE })
    : NONE;
  const facts: [id: string, label: string, words: string, value: number | string | null][] = [
    ["picture-up", t("quality.pictureUp"), picture(now.sentWidth, now.sentHeight, now.sentFps, now.codecUp), now.sentHeight],
    ["picture-down", t("quality.pictureDown"), picture(now.width, now.height, now.fps, now.codecDown), now.height],
    ["bitrate-up", t("quality.bitrateUp"), words.rate(now.bitrateUp), now.bitrateUp],
    ["bitrate-down", t("quality.bitrateDown"), words.rate(now.bitrateDown), now.bitrateDown],
    ["available", t("quality.available"), words.rate(now.availableUp), now.availableUp],
    ["loss-up", t("quality.lossUp"), words.percent(now.lossUp), now.lossUp],
    ["loss-down", t("quality.lossDown"), words.percent(now.lossDown), now.lossDown],
    ["rtt", t("quality.rtt"), words.milliseconds(now.rtt), now.rtt],
    ["jitter", t("quality.jitter"), words.milliseconds(now.jitter), now.jitter],
    ["jitter-buffer", t("quality.jitterBuffer"), words.milliseconds(now.jitterBuffer), now.jitterBuffer],
    ["codec", t("quality.sound"), now.audioCodecDown ?? NONE, now.audioCodecDown],
    ["concealed", t("quality.concealed"), words.percent(now.concealed), now.concealed],
    ["way", t("quality.way"), way, now.candidateType],
    ["limitation", t("quality.limitation"), t(`quality.limited.${now.limitation ?? "none"}`), now.limitation],
    ["mos", t("quality.mos"), words.number(quality.mos, 1), quality.mos],
    ["their-mos", t("quality.theirMos", { name }), words.number(theirs ? theirOpinion(quality) : null, 1), theirs ? theirOpinion(quality) : null],
  ];
  return (
    <dl className="grid grid-cols-[minmax(9.5rem,1fr)_auto] gap-x-4 gap-y-1.5 text-base">
      {facts.map(([id, label, said, value]) => (
        <div key={id} className="contents">
          <dt className="text-ink-soft">{label}</dt>
          <dd data-testid={`metric-${id}`} data-value={value ?? ""} className="text-end">{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How the other side would rate what it hears. */
function theirOpinion({ theirs }: Quality): number | null {
  if (!theirs) return null;
  return mos({ rtt: theirs.rtt, loss: theirs.lossDown ?? 0, jitterBuffer: theirs.jitterBuffer, concealed: theirs.concealed });
}
