import type { ReactNode } from "react";

/** One sentence, one thing to do. */
export function StateScreen({ title, text, children, testId }: { title: string; text: string; children?: ReactNode; testId?: string }) {
  return (
    <main className="call grid min-h-dvh place-content-center gap-4 p-6 text-center" data-testid={testId}>
      <h1 className="text-3xl font-bold">{title}</h1>
      <p className="text-ink-soft">{text}</p>
      <div className="flex flex-wrap justify-center gap-3">{children}</div>
    </main>
  );
}
