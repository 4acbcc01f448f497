import { useEffect, useRef, type VideoHTMLAttributes } from "react";

/** Shows a stream. Pictures only: sound has an element of its own. `onShown`: its first frame is on the screen. */
export function Video({ stream, onShown, ...rest }: { stream: MediaStream | null; onShown?: () => void } & VideoHTMLAttributes<HTMLVideoElement>) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video || video.srcObject === stream) return;
    video.srcObject = stream;
    if (stream) void video.play().catch(() => undefined);
  }, [stream]);
  useEffect(() => {
    const video = element.current;
    if (!video || !stream || !onShown) return undefined;
    if (!("requestVideoFrameCallback" in video)) {
      (video as HTMLVideoElement).addEventListener("loadeddata", onShown, { once: true });
      return () => (video as HTMLVideoElement).removeEventListener("loadeddata", onShown);
    }
    const asked = video.requestVideoFrameCallback(onShown);
    return () => video.cancelVideoFrameCallback(asked);
  }, [stream, onShown]);
  return <video ref={element} muted playsInline autoPlay {...rest} />;
}

/** Plays a stream's sound. `onBlocked` when the browser wants a tap first. */
export function Sound({ stream, speakerId, onBlocked }: { stream: MediaStream | null; speakerId: string | null; onBlocked: () => void }) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    audio.srcObject = stream;
    if (stream) void audio.play().catch(onBlocked);
  }, [stream, onBlocked]);
  useEffect(() => {
    const audio = element.current as (HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> }) | null;
    if (speakerId) void audio?.setSinkId?.(speakerId).catch(() => undefined);
  }, [speakerId]);
  return <audio ref={element} autoPlay data-testid="remote-audio" />;
}
