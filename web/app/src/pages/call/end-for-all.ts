import { api } from "../../api";
import type { OpenCall } from "./warm-call";

/** The provider's room first: once our server has ended it, this page lets go of the room at once and can say nothing there. */
export async function endForAll({ call }: Pick<OpenCall, "call">, consultation: string, ask: (consultation: string) => Promise<unknown> = api.end): Promise<void> {
  call.recording.holdBack();
  call.ending();
  try {
    await ask(consultation);
  } catch (error) {
    call.recording.goOn();
    throw error;
  }
}
