import { type ReactNode } from "react";
import { useLocation } from "react-router";
import { LaterPage } from "../components/Later";
import { lazyPage } from "../lib/lazy-page";

const VerifyPage = lazyPage(() => import("../pages/verify/VerifyPage"), "verify", "prescription");

/** Pages for people who have no account here: whoever checks a prescription. */
export function OpenDoor({ children }: { children: ReactNode }) {
  return useLocation().pathname === "/verify" ? <LaterPage><VerifyPage /></LaterPage> : children;
}
