import type { Scope } from "../core/scope";

const SEGMENT = 1_000;
const PICTURE = 1_200_000;
const SOUND = 64_000;

export interface RecorderOptions {
  scope: Scope;
  tracks: MediaStreamTrack[];
  mimeType: string;
  /** `final`: the last one; it comes after `stop`. */
  onData: (data: Blob, final: boolean) => void;
  onBroken: () => void;
}

/** The browser's recorder, which gives what it has every second, and the rest when it stops. */
export class Recorder {
  private readonly recorder: MediaRecorder;
  private readonly rest: Blob[] = [];

  constructor(options: RecorderOptions) {
    const wishes = {
      mimeType: options.mimeType, videoBitsPerSecond: PICTURE, audioBitsPerSecond: SOUND,
      // So that one can jump to any place of the finished file.
      videoKeyFrameIntervalDuration: 2_000,
    };
    this.recorder = new MediaRecorder(new MediaStream(options.tracks), wishes);
    this.recorder.ondataavailable = ({ data }) => {
      if (this.recorder.state === "inactive") this.rest.push(data);
      else if (data.size > 0) options.onData(data, false);
    };
    this.recorder.onstop = () => options.onData(new Blob(this.rest), true);
    this.recorder.onerror = () => options.onBroken();
    this.recorder.start(SEGMENT);
    options.scope.onClose(() => this.stop());
  }

  stop(): void {
    if (this.recorder.state !== "inactive") this.recorder.stop();
  }
}
