/**
 * The first code of every page, small, so that what takes longest begins while the program is still on its way: who is
 * signed in, and on the address of a call the call itself, whose connection does not wait for anything to be drawn.
 */
import "@fontsource-variable/atkinson-hyperlegible-next";
import "./styles.css";
import { askEarly } from "./api/early";
import { loadWords, spoken } from "./i18n/words";

askEarly("/api/v1/auth/me");
void loadWords(spoken()).catch(() => undefined);
const appointment = /^\/call\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
const begun = appointment
  ? import("./pages/call/warm-call").then(({ warmUp }) => { void warmUp(appointment).comeIn(); })
  : Promise.resolve();
void begun.catch(() => undefined).then(() => import("./main"));
