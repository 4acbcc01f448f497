import { useEffect } from "react";

const shown: string[] = [];

/** The page's name in the tab and to screen readers, as long as it is shown; of several, the newest. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (!title) return undefined;
    shown.push(title);
    name();
    return () => {
      shown.splice(shown.lastIndexOf(title), 1);
      name();
    };
  }, [title]);
}

function name(): void {
  const newest = shown.at(-1);
  document.title = newest ? `${newest} · Consilium` : "Consilium";
}
