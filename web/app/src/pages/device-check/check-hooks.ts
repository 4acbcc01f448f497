import { LocalMedia, Preflight, type PreflightState } from "@consilium/call-engine";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { api, socketUrl } from "../../api";
import { browserFamily, isApp } from "../../lib/browser-family";
import { reportOf } from "./report";

export interface OpenCheck { media: LocalMedia; preflight: Preflight }

/** The check of this page: begins when the page is opened, ends with it. */
export function useCheck(): OpenCheck | null {
  const [check, setCheck] = useState<OpenCheck | null>(null);
  useEffect(() => {
    const media = new LocalMedia();
    const preflight = new Preflight({
      media, inApp: isApp(browserFamily()), iceServers: api.iceServers, signalling: { url: socketUrl(), ticket: () => api.lobbyTicket() },
    });
    setCheck({ media, preflight });
    preflight.start();
    return () => {
      preflight.close();
      media.close();
    };
  }, []);
  return check;
}

export interface Saving { saved: boolean; error: unknown; again: () => void }

/** Hands every verdict to the clinic, the newest one last. Without an appointment there is nobody to tell. */
export function useSaving(appointmentId: string | null, { verdict, results }: PreflightState): Saving {
  const queries = useQueryClient();
  const [state, setState] = useState<{ saved: string; error: unknown }>({ saved: "", error: null });
  const [round, setRound] = useState(0);
  const report = verdict.outcome && appointmentId ? JSON.stringify(reportOf(verdict, results)) : "";
  useEffect(() => {
    if (!report || !appointmentId) return undefined;
    let overtaken = false;
    api.saveDeviceCheck(appointmentId, JSON.parse(report) as ReturnType<typeof reportOf>).then(
      () => {
        if (!overtaken) setState({ saved: report, error: null });
        void queries.invalidateQueries({ queryKey: ["appointments"] });
      },
      (error: unknown) => { if (!overtaken) setState({ saved: "", error }); },
    );
    return () => { overtaken = true; };
  }, [appointmentId, report, round, queries]);
  return { saved: report !== "" && state.saved === report, error: state.error, again: useCallback(() => setRound((value) => value + 1), []) };
}
