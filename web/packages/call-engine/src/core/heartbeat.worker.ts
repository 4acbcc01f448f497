/** Ticks at the interval it is told. Browsers slow down the timers of pages in the background, but not those of workers. */
const scope = self as unknown as { onmessage: (event: MessageEvent<number>) => void; postMessage: (tick: null) => void };
scope.onmessage = (event) => {
  setInterval(() => scope.postMessage(null), event.data);
};
