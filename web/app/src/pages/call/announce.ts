import type { Participant } from "@consilium/call-engine";

export interface News { what: "came" | "went" | "muted" | "unmuted" | "cameraOff" | "cameraOn" | "shares" | "stoppedSharing"; name: string }

/** What became different about the others. */
export function changes(before: Participant[], after: Participant[], me: string | null): News[] {
  return after.filter(({ id }) => id !== me).flatMap((now): News[] => {
    const was = before.find(({ id }) => id === now.id);
    const { name } = now;
    if (!was || was.present !== now.present) return was || now.present ? [{ what: now.present ? "came" : "went", name }] : [];
    if (!now.present) return [];
    const news: News[] = [];
    if (was.media.microphone !== now.media.microphone) news.push({ what: now.media.microphone ? "unmuted" : "muted", name });
    if (was.media.camera !== now.media.camera) news.push({ what: now.media.camera ? "cameraOn" : "cameraOff", name });
    if (was.media.screen !== now.media.screen) news.push({ what: now.media.screen ? "shares" : "stoppedSharing", name });
    return news;
  });
}
