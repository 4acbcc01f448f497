import { useLayoutEffect, useRef, type ReactNode } from "react";

/** The browser's own modal dialog: keeps focus inside, closes with Escape, gives focus back. */
export function Dialog({ title, children, onClose }: { title: string; children: ReactNode; onClose: () => void }) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // Only a dialog that is closed gives the focus back; one that is taken out of the page keeps it to itself.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-label={title}
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-card bg-surface p-6 text-ink shadow-(--shadow) backdrop:bg-black/50"
    >
      <h2 className="mb-3 text-2xl font-bold">{title}</h2>
      {children}
    </dialog>
  );
}
