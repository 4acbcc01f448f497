import type { ReactNode } from "react";
import { ClinicContact } from "../../components/ClinicContact";
import { LanguageChoice } from "../../components/LanguageChoice";
import { useApp } from "../../hooks/useApp";

/** The frame of what is shown to somebody who is not signed in: one thing to do, and where help is. */
export function Door({ children }: { children: ReactNode }) {
  const app = useApp();
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-5 sm:px-8">
      <main className="grid flex-1 content-center gap-6 py-8">
        <p className="flex items-center gap-3 text-base text-ink-soft"><img src="/logo.svg" alt="" width="40" height="40" />{app?.name}</p>
        {children}
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line py-4 text-base text-ink-soft">
        <ClinicContact />
        <LanguageChoice />
      </footer>
    </div>
  );
}
