import type { ReactNode } from "react";

/** A sentence that deserves attention, with an optional way on. */
export function Notice({ tone = "calm", children, testId }: { tone?: "calm" | "warn" | "danger"; children: ReactNode; testId?: string }) {
  const look = { calm: "bg-calm text-on-calm", warn: "bg-warn text-on-warn", danger: "bg-danger-calm text-ink" }[tone];
  return (
    <div role={tone === "danger" ? "alert" : "status"} data-testid={testId} className={`rounded-card px-4 py-3 ${look}`}>
      {children}
    </div>
  );
}
