import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/**
 * Where one thing a screen follows another in the same place, whoever goes on by keyboard or hears the page goes on at the new
 * heading: the button that was pressed is gone. @param shown changes with each step; undefined before the first one is known
 */
export function useHeadingOfStep<E extends HTMLElement>(shown: string | number | undefined): RefObject<E | null> {
  const place = useRef<E>(null);
  const before = useRef(shown);
  useEffect(() => {
    const last = before.current;
    before.current = shown;
    if (last === undefined || last === shown) return;
    const heading = place.current?.querySelector<HTMLElement>("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [shown]);
  return place;
}

/** For what opens beside or above the page: whatever had the focus before has it again afterwards, unless somebody has moved on. */
export function useFocusBack<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null);
  const [before] = useState(() => document.activeElement);
  // Before it is taken out of the page: afterwards nobody knows where the focus was.
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (element?.contains(document.activeElement) && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  return place;
}

/** Takes the focus where the button that had it is gone; from nobody else. What no key reaches can have it, too. */
export function takeLostFocus(element: HTMLElement | null | undefined): void {
  if (!element || (document.activeElement !== document.body && document.activeElement !== null)) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}
