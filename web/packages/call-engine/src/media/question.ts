/** The question was given up before it was answered. */
export class GivenUp extends Error {}

/** How long a question may stand before the page points to it. */
const SILENCE = 4_000;

/**
 * The browser's question to the person. It may stand unanswered for ever, so it can be given up: what it brings later is
 * closed at once.
 */
export class Question {
  private abandon: (() => void) | null = null;

  /** @param onSilence nobody has answered yet */
  async ask(constraints: MediaStreamConstraints, onSilence: () => void): Promise<MediaStream> {
    if (!navigator.mediaDevices?.getUserMedia) throw new TypeError("no media devices on this page");
    let over = false;
    const answer = navigator.mediaDevices.getUserMedia(constraints);
    void answer.then((late) => { if (over) stopAll(late); }, () => undefined);
    const timer = setTimeout(onSilence, SILENCE);
    const givenUp = new Promise<never>((_, reject) => {
      this.abandon = () => {
        over = true;
        reject(new GivenUp());
      };
    });
    try {
      return await Promise.race([answer, givenUp]);
    } finally {
      clearTimeout(timer);
      this.abandon = null;
    }
  }

  giveUp(): void {
    this.abandon?.();
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
