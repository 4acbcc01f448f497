import { useEffect, useRef, useState } from "react";

const PAUSE = 700;

/**
 * Something that is saved while it is typed, one save after the other.
 *
 * @param revision what the server has counted up to; each save names it, and brings the next
 */
export function useAutosave<T extends object>(start: T, revision: number, save: (value: T, known: number) => Promise<{ revision: number }>) {
  const [value, setValue] = useState(start);
  const [standing, setStanding] = useState<"saved" | "saving" | "failed">("saved");
  const [error, setError] = useState<unknown>(null);
  const newest = useRef(start);
  const kept = useRef(start);
  const known = useRef(revision);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef(0);

  const flush = async (): Promise<void> => {
    clearTimeout(timer.current);
    while (running.current) await running.current.catch(() => undefined);
    if (kept.current === newest.current) return;
    const now = newest.current;
    running.current = save(now, known.current).then((saved) => {
      known.current = saved.revision;
      kept.current = now;
      setError(null);
      setStanding(newest.current === now ? "saved" : "saving");
    }).finally(() => { running.current = null; });
    try {
      await running.current;
    } catch (refusal) {
      setError(refusal);
      setStanding("failed");
      throw refusal;
    }
  };

  const change = (part: Partial<T>) => {
    newest.current = { ...newest.current, ...part };
    setValue(newest.current);
    setStanding("saving");
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush().catch(() => undefined), PAUSE);
  };

  // Whoever leaves in the middle of a word keeps the word.
  useEffect(() => () => void flush().catch(() => undefined), []);

  /** Saves what is there and gives the revision it has. */
  const settle = async () => {
    await flush();
    return known.current;
  };
  return { value, standing, error, change, settle };
}
