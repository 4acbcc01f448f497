import type { RecordingState } from "@consilium/call-engine";

export interface RecordingView {
  /** Whether the person of this page has been asked and has not answered. */
  asked: boolean;
  /** Recording, or meant to as soon as everybody is there and has agreed. */
  going: "recording" | "paused" | "asked" | null;
  reason: RecordingState["reason"];
}

/** What the person sees of a recording. */
export function viewOf(recording: RecordingState | null, me: string | null): RecordingView {
  const phase = recording?.phase;
  const going = phase === "RECORDING" ? "recording" : phase === "PAUSED" ? "paused" : phase === "ASKED" ? "asked" : null;
  const mine = recording?.answers.find(({ participant }) => participant === me)?.answer ?? "PENDING";
  return { going, asked: going !== null && mine === "PENDING", reason: recording?.reason ?? null };
}

/** Whether one press of this person ends more than what is still to come: everything that was recorded goes with it. */
export function erases(recording: RecordingState | null, doctor: boolean): boolean {
  return !doctor && recording?.onWithdrawal === "delete" && recording.startedAt !== null;
}

/** What is worth a word aloud: it began, it rests, it is over. Nothing when a page comes in and nothing is recorded. */
export function newsOf(before: RecordingState | null, now: RecordingState | null): "began" | "paused" | "stopped" | "deleted" | "declined" | null {
  if (!now || before?.phase === now.phase) return null;
  if (now.phase === "RECORDING") return "began";
  if (now.phase === "PAUSED") return "paused";
  if (!before || before.recording !== now.recording || (now.phase !== "STOPPED" && now.phase !== "DELETED")) return null;
  if (now.phase === "DELETED") return "deleted";
  return now.reason === "DECLINED" ? "declined" : "stopped";
}
