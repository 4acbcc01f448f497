/** From the best picture to any picture: each step is tried when the one before cannot be had. */
export const CAMERA_LADDER: readonly MediaTrackConstraints[] = [
  { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
  { width: { ideal: 640 }, height: { ideal: 480 } },
  {},
];

export const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true, noiseSuppression: true, autoGainControl: true,
};

export function withDevice(constraints: MediaTrackConstraints, deviceId: string | null): MediaTrackConstraints {
  return deviceId ? { ...constraints, deviceId: { exact: deviceId } } : constraints;
}
