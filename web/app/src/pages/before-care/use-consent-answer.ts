import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, Refusal, type BeforeCareQuestions } from "../../api";

export type Say = (answer: "GIVEN" | "DECLINED") => Promise<void>;

/** Records an answer to the wording that is on the screen, once: whoever presses again because something else failed has said it already. */
export function useConsentAnswer(consent: BeforeCareQuestions["consent"] | undefined): Say {
  const queries = useQueryClient();
  const last = useRef("");
  return async (answer) => {
    if (!consent) return;
    const said = `${consent.version} ${consent.language} ${answer}`;
    if (last.current === said) return;
    try {
      await api.answerConsent({ version: consent.version, language: consent.language, answer });
      last.current = said;
    } catch (refusal) {
      // The wording that counts now has to stand there before anybody agrees to it.
      if (refusal instanceof Refusal && refusal.code === "CONSENT_OUTDATED") await queries.invalidateQueries({ queryKey: ["before-care"] });
      throw refusal;
    }
  };
}
