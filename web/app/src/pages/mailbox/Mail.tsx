import { useQuery } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { sizeWords } from "../../lib/recording-words";

/** One mail as a mail program shows it. Its HTML lives in a frame that may run nothing and reach nothing. */
export function Mail({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const [plain, setPlain] = useState(false);
  const mail = useQuery({ queryKey: ["mail", id], queryFn: () => api.mail(id), staleTime: Infinity });
  if (mail.error) return <Failure error={mail.error} onRetry={() => void mail.refetch()} />;
  if (!mail.data) return <Skeleton className="h-96" />;
  const { from, to, subject, text, calendarMethod, files } = mail.data;
  const look = (on: boolean) => `min-h-11 rounded-full px-4 ${on ? "bg-calm font-semibold text-on-calm" : "text-primary hover:bg-calm"}`;
  return (
    <article className="grid gap-4 rounded-card bg-surface p-4 sm:p-6" data-testid="mail" data-calendar={calendarMethod}>
      <h2 className="text-2xl font-bold" dir="auto" data-testid="mail-subject">{subject}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-base">
        <dt className="text-ink-soft">{t("mailbox.from")}</dt><dd className="break-words"><bdi>{from}</bdi></dd>
        <dt className="text-ink-soft">{t("mailbox.to")}</dt><dd className="break-words"><bdi>{to}</bdi></dd>
      </dl>
      <div role="group" aria-label={t("mailbox.view")} className="flex flex-wrap gap-1 text-base">
        <button type="button" aria-pressed={!plain} className={look(!plain)} onClick={() => setPlain(false)}>{t("mailbox.asItLooks")}</button>
        <button type="button" aria-pressed={plain} className={look(plain)} onClick={() => setPlain(true)}>{t("mailbox.plain")}</button>
      </div>
      {plain
        ? <pre dir="auto" className="overflow-x-auto whitespace-pre-wrap break-words rounded-xl border border-line p-4 font-mono text-base" data-testid="mail-text">{text}</pre>
        : <iframe title={subject} src={`/api/v1/demo/mailbox/${id}/page`} sandbox="allow-popups allow-popups-to-escape-sandbox" className="h-[60rem] max-h-[75dvh] w-full rounded-xl border border-line bg-white" data-testid="mail-page" />}
      {files.length > 0 && (
        <ul className="grid gap-1" aria-label={t("mailbox.files")}>
          {files.map((file) => (
            <li key={file.number}><a href={`/api/v1/demo/mailbox/${id}/files/${file.number}`} download={file.name} className="inline-flex min-h-11 items-center gap-2 text-primary underline"><Paperclip size={18} aria-hidden="true" /><bdi>{file.name}</bdi> <span className="text-ink-soft">{sizeWords(file.size, i18n.language)}</span></a></li>
          ))}
        </ul>
      )}
    </article>
  );
}
