/** What we use of Jitsi's IFrame API. */
export interface JitsiApi {
  executeCommand: (command: string, ...values: unknown[]) => void;
  addListener: (event: string, listener: (event: never) => void) => void;
  dispose: () => void;
}
export type JitsiMaker = new (domain: string, options: object) => JitsiApi;

const PATIENCE = 20_000;
const loads = new Map<string, Promise<JitsiMaker>>();

/** Fetches Jitsi's `external_api.js` by a script element, once a page; one that did not come is fetched again when asked again. */
export function loadJitsi(address: string): Promise<JitsiMaker> {
  const known = loads.get(address);
  if (known) return known;
  const load = fetchScript(address).catch((error: unknown) => {
    loads.delete(address);
    throw error;
  });
  loads.set(address, load);
  return load;
}

function fetchScript(address: string): Promise<JitsiMaker> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = (why: string) => {
      clearTimeout(timer);
      script.remove();
      reject(new Error(why));
    };
    const timer = setTimeout(() => fail("too late"), PATIENCE);
    script.src = address;
    script.async = true;
    script.onerror = () => fail("not loaded");
    script.onload = () => {
      clearTimeout(timer);
      const maker = (globalThis as { JitsiMeetExternalAPI?: JitsiMaker }).JitsiMeetExternalAPI;
      if (maker) resolve(maker);
      else fail("not what it should be");
    };
    document.head.append(script);
  });
}

/** Where the script is, and how the room is called there. At 8x8 a room stands below the customer's own name, the script too. */
export function placesOf(roomUrl: string, provider: string): { domain: string; room: string; script: string } {
  const url = new URL(roomUrl);
  const room = decodeURIComponent(url.pathname.replace(/^\/+/, ""));
  const tenant = provider === "jaas" ? `/${room.split("/")[0]}` : "";
  return { domain: url.host, room, script: `${url.origin}${tenant}/external_api.js` };
}
