import type { Participant, RecordingTrouble } from "@consilium/call-engine";
import type { TFunction } from "i18next";

/** Whose voice is missing; null where the trouble is another one. `OWN_VOICE` is the recorder's, whoever reads it. */
export function voiceOf(trouble: RecordingTrouble, recorder: string | null, participants: readonly Participant[]): Participant | null {
  if (trouble === "OWN_VOICE") return participants.find(({ id }) => id === recorder) ?? null;
  return trouble === "OTHER_VOICE" ? (participants.find(({ id, present }) => id !== recorder && present) ?? null) : null;
}

/** What is wrong with the recording and what can be done, for the doctor. */
export function troubleWords(t: TFunction, trouble: RecordingTrouble, voice: Participant | null, me: string | null): string {
  if (!voice) return t(`recording.trouble.${trouble === "OWN_VOICE" || trouble === "OTHER_VOICE" ? "SILENT" : trouble}`);
  return voice.id === me ? t("recording.trouble.VOICE_ME") : t("recording.trouble.VOICE_THEM", { name: voice.name });
}
