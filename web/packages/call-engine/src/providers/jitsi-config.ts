/** What this page and the person want of Jitsi's frame. */
export interface JitsiWish {
  microphone: boolean; camera: boolean; relayOnly: boolean;
  /** The service records for the clinic, by our own consent; the frame shows no button for it. */
  recorder: boolean;
}

/**
 * Everything that our own page does, or that would tell others of the call, is off: coming in, waiting, chat, recording,
 * inviting, measuring, asking third parties. Only names that Jitsi lets a page set are used.
 */
export function jitsiConfig({ microphone, camera, relayOnly, recorder }: JitsiWish): object {
  return {
    startWithAudioMuted: !microphone, startWithVideoMuted: !camera,
    prejoinConfig: { enabled: false },
    lobby: { autoKnock: false, enableChat: false }, hideLobbyButton: true, enableLobbyChat: false,
    securityUi: { hideLobbyButton: true, disableLobbyPassword: true },
    disableDeepLinking: true, disableInviteFunctions: true, disableThirdPartyRequests: true, gravatar: { disabled: true },
    analytics: { disabled: true }, doNotStoreRoom: true, enableInsecureRoomNameWarning: false,
    readOnlyName: true, requireDisplayName: false, hideConferenceSubject: true,
    disableChat: true, disablePolls: true, disableReactions: true, fileSharing: { enabled: false }, whiteboard: { enabled: false },
    recordingService: { enabled: recorder, sharingEnabled: false }, localRecording: { disable: true }, liveStreaming: { enabled: false }, transcription: { enabled: false },
    toolbarButtons: ["desktop", "tileview", "settings"],
    ...(relayOnly ? { forceTurnRelay: true, p2p: { enabled: false } } : {}),
  };
}
