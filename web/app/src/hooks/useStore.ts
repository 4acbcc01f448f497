import type { Store } from "@consilium/call-engine";
import { useSyncExternalStore } from "react";

/** The one bridge between the call engine and React. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
