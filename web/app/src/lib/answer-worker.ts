import { QUESTION } from "../worker/question";

/** The service worker shows nothing where a page in sight rings by itself; only the page knows whether it does. */
export function answerWorker(rings: () => boolean): () => void {
  if (!("serviceWorker" in navigator)) return () => undefined;
  const answer = ({ data, ports }: MessageEvent) => {
    if (data === QUESTION) ports[0]?.postMessage(rings());
  };
  navigator.serviceWorker.addEventListener("message", answer);
  return () => navigator.serviceWorker.removeEventListener("message", answer);
}
