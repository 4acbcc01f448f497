import type { Store } from "@consilium/call-engine";
import { useCallback, useSyncExternalStore } from "react";
import { soon } from "../lib/soon";

/**
 * The one bridge between the call engine and React. Drawing waits until the engine has done what it had to do: a picture
 * that is about to be sent does not stand in line behind a page that says so.
 */
export function useStore<T>(store: Store<T>): T {
  const subscribe = useCallback((watcher: () => void) => store.subscribe(soon(watcher)), [store]);
  return useSyncExternalStore(subscribe, store.getSnapshot, store.getSnapshot);
}
