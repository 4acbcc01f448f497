/** Below this a difference is the network's, not the clock's. */
const WORTH_CORRECTING = 500;

/**
 * The server's time minus this page's, in ms, as the server's last word has it. A computer that slept or whose clock was
 * set shows the right time left after the next heartbeat.
 */
export function clockOffset(known: number, serverTime: string, now: number = Date.now()): number {
  const heard = Date.parse(serverTime) - now;
  return Math.abs(heard - known) < WORTH_CORRECTING ? known : heard;
}
