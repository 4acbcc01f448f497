import type { AskedTake, AskedTakes } from "./asked-takes";
import type { HeldTakes } from "./held-takes";
import type { Received } from "./received";

/** A page that lives has written its take down by then. */
export const SETTLED = 30_000;

/** Ends what an earlier page of this browser has opened and did not live to write down. */
export class LostTakes {
  constructor(
    private readonly owner: string, private readonly asked: AskedTakes, private readonly takes: Pick<HeldTakes, "endUnknown">,
    private readonly received: (recording: string) => Promise<readonly Received[]>,
  ) {}

  async end(now = Date.now()): Promise<void> {
    for (const note of this.asked.of(this.owner).filter(({ at }) => Math.abs(now - at) > SETTLED)) {
      const numbers = note.take === null ? await this.opened(note) : [note.take];
      for (const take of numbers) await this.takes.endUnknown({ recording: note.recording, take }, note.at);
      this.asked.settled(note);
    }
  }

  /** The answer has not reached that page. What another computer of this person records has begun there and is not taken for it. */
  private async opened({ recording }: AskedTake): Promise<number[]> {
    const takes = await this.received(recording);
    return takes.filter(({ have, beyond, complete }) => !complete && have === 0 && beyond.length === 0).map(({ take }) => take);
  }
}
