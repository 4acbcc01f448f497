import type { LocalMediaState } from "@consilium/call-engine";

/** The names of what is used now, as the browser calls them; nothing for what is off, or what it has not named. */
export function chosenDevices({ camera, microphone, speakerId, devices }: LocalMediaState): string[] {
  const speaker = devices.speaker.find(({ deviceId }) => deviceId === speakerId);
  return [camera.track?.label, microphone.track?.label, speaker?.label].flatMap((name) => name || []);
}
