/** Whether one can hear oneself here. */
export function canRecord(): boolean {
  return typeof MediaRecorder === "function";
}

/** A few seconds of a microphone, kept in this page's memory only. Ends early when the signal says so. */
export function record(track: MediaStreamTrack, milliseconds: number, signal: AbortSignal): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(new MediaStream([track]));
    const parts: Blob[] = [];
    const stop = () => { if (recorder.state !== "inactive") recorder.stop(); };
    const timer = setTimeout(stop, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onerror = () => reject(new Error("the recording broke off"));
    recorder.onstop = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      resolve(new Blob(parts, { type: recorder.mimeType }));
    };
    recorder.start();
  });
}
