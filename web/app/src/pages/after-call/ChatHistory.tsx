import { useQuery } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Failure } from "../../components/Failure";
import { clock } from "../../lib/time-words";
import { isOfClinic } from "../call/clinic-words";

/** What was written, as it stays with the consultation. */
export function ChatHistory({ appointmentId }: { appointmentId: string }) {
  const { t, i18n } = useTranslation();
  const chat = useQuery({ queryKey: ["chat", appointmentId], queryFn: () => api.chat(appointmentId) });
  if (chat.error) return <Failure error={chat.error} onRetry={() => void chat.refetch()} />;
  if (!chat.data?.length) return null;
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t("after.written")}</h2>
      <ul className="divide-y divide-line rounded-card bg-surface" data-testid="chat-history">
        {chat.data.map((message) => (
          <li key={message.id} className="grid gap-x-5 px-5 py-3 sm:grid-cols-[15rem_1fr]">
            <span className="text-base text-ink-soft"><bdi>{isOfClinic(message) ? t("chat.fromClinic") : message.from.name}</bdi> · {clock(message.sentAt, i18n.language)}</span>
            <span className="break-words">
              {message.text}
              {message.attachment && (
                <a className="inline-flex items-center gap-2 text-primary underline" href={`/api/v1/consultations/${appointmentId}/attachments/${message.attachment.id}`}>
                  <Paperclip size={18} aria-hidden="true" />{message.attachment.name}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
