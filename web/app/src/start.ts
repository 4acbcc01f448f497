/**
 * The first code of every page, small, so that what takes longest begins while the program is still on its way: who is
 * signed in, and on the address of a call the call itself, whose connection does not wait for anything to be drawn.
 */
import "./letters/atkinson.css";
import "./styles.css";
import { askEarly, postEarly } from "./api/early";
import { loadWords, spoken } from "./i18n/words";

/** Drawing holds up camera and microphone, so it lets them go first; but nobody looks at an empty page for longer than this. */
const DRAW_AFTER = 300;

const appointment = /^\/call\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
if (appointment) postEarly(`/api/v1/consultations/${appointment}/entry`);
askEarly("/api/v1/auth/me");
void loadWords(spoken()).catch(() => undefined);
const late = new Promise((resolve) => setTimeout(resolve, DRAW_AFTER));
const begun = appointment
  ? import("./pages/call/warm-call").then(({ warmUp }) => ({ devices: warmUp(appointment).comeIn() }))
  : Promise.resolve({ devices: undefined });
void begun.catch(() => ({ devices: undefined })).then(async ({ devices }) => {
  const { draw } = await import("./main");
  draw(Promise.race([devices, late]));
});
