import { useEffect, useState } from "react";

/** The time in ms, by the server's clock, renewed each second. */
export function useNow(clockOffset = 0, every = 1_000): number {
  const [now, setNow] = useState(() => Date.now() + clockOffset);
  useEffect(() => {
    setNow(Date.now() + clockOffset);
    const timer = setInterval(() => setNow(Date.now() + clockOffset), every);
    return () => clearInterval(timer);
  }, [clockOffset, every]);
  return now;
}
