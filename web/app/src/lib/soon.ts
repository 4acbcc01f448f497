/**
 * An action that happens once after everything that is going on now, however often it is asked for meanwhile. A message,
 * for timers run once a second at most in a page that nobody looks at.
 */
export function soon(action: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    next(() => {
      asked = false;
      action();
    });
  };
}

const actions: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => actions.shift()?.();

function next(action: () => void): void {
  actions.push(action);
  channel.port2.postMessage(null);
}
