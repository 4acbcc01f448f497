import { Paperclip, RotateCw, Send } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { refusalWords } from "../../components/Failure";
import { useStore } from "../../hooks/useStore";
import { clock } from "../../lib/time-words";
import { isOfClinic } from "./clinic-words";
import { SidePanel } from "./Panels";
import type { OpenCall } from "./warm-call";

export function ChatPanel({ open, appointmentId, onClose }: { open: OpenCall; appointmentId: string; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { chat, typing, participants } = useStore(open.call.store);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [chat.length]);
  const writer = participants.find((participant) => typing.includes(participant.id));
  return (
    <SidePanel title={t("chat.title")} onClose={onClose} testId="chat-panel">
      <ol ref={list} aria-live="polite" tabIndex={0} aria-label={t("chat.title")} className="flex-1 space-y-3 overflow-y-auto p-4">
        {chat.length === 0 && <li className="text-ink-soft">{t("chat.empty")}</li>}
        {chat.map((entry) => (
          <li key={entry.key} data-testid="chat-message" data-mine={entry.mine} data-delivery={entry.delivery} className={`w-fit max-w-[85%] rounded-card px-4 py-2 ${entry.mine ? "ms-auto bg-calm text-on-calm" : "bg-ground"}`}>
            {entry.text && <p className="whitespace-pre-line break-words">{entry.text}</p>}
            {entry.attachment && <a className="underline" href={`/api/v1/consultations/${appointmentId}/attachments/${entry.attachment.id}`} aria-label={t("chat.download", { name: entry.attachment.name })}>{entry.attachment.name}</a>}
            <p className="text-sm opacity-80">{entry.mine ? t(`chat.${entry.delivery}`) : <bdi>{isOfClinic(entry) ? t("chat.fromClinic") : entry.from.name}</bdi>} · {clock(entry.sentAt, i18n.language)}</p>
            {entry.delivery === "failed" && <Button look="plain" data-testid="chat-again" onClick={() => open.call.chat.sendAgain(entry.key)}><RotateCw size={18} aria-hidden="true" />{t("chat.again")}</Button>}
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="min-h-6 px-4 text-base text-ink-soft">{writer ? t("chat.typing", { name: writer.name }) : ""}</p>
      <Composer open={open} appointmentId={appointmentId} />
    </SidePanel>
  );
}

function Composer({ open, appointmentId }: { open: OpenCall; appointmentId: string }) {
  const { t } = useTranslation();
  const { call } = open;
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    call.chat.send(text.trim());
    setText("");
    call.chat.typing(false);
  };
  const write = (value: string) => {
    setText(value);
    clearTimeout(silence.current);
    call.chat.typing(true);
    silence.current = setTimeout(() => call.chat.typing(false), 3_000);
  };
  const attach = async (file: File | undefined) => {
    if (!file) return;
    try {
      setProblem("");
      call.chat.send("", await api.attach(appointmentId, file));
    } catch (refusal) {
      setProblem(refusalWords(t, refusal));
    }
  };
  return (
    <form onSubmit={send} className="flex flex-wrap items-center gap-2 border-t border-line p-3">
      {problem && <p role="alert" className="w-full px-2 text-base">{problem}</p>}
      <label className="inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-full hover:bg-calm focus-within:outline-3 focus-within:outline-primary" title={t("chat.attach")}>
        <Paperclip aria-hidden="true" size={20} />
        <input type="file" className="sr-only" aria-label={t("chat.attach")} accept="image/png,image/jpeg,image/webp,application/pdf" data-testid="chat-attach" onChange={(event) => { void attach(event.target.files?.[0]); event.target.value = ""; }} />
      </label>
      <input className="min-h-12 min-w-0 flex-1 rounded-full border border-line-strong bg-ground px-4" value={text} onChange={(event) => write(event.target.value)} placeholder={t("chat.placeholder")} aria-label={t("chat.placeholder")} maxLength={4000} data-testid="chat-input" />
      <button type="submit" aria-label={t("chat.send")} data-testid="chat-send" className="inline-flex size-12 shrink-0 items-center justify-center rounded-full bg-primary text-on-primary"><Send aria-hidden="true" size={20} className="rtl:-scale-x-100" /></button>
    </form>
  );
}
