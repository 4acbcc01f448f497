const CALL = /^\/call\/([0-9a-f-]{36})$/;

/** Into a call by way of the device check, whose button goes on to the waiting room; anywhere else at once. */
export function afterConfirming(path: string): string {
  const appointment = CALL.exec(path)?.[1];
  return appointment ? `/device-check?appointment=${appointment}&then=${encodeURIComponent(path)}` : path;
}

/** Where the device check goes on to: a page of ours, or home. */
export function nextPage(then: string | null): string {
  return then !== null && CALL.test(then) ? then : "/";
}
