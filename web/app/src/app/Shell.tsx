import { LogOut, UserRound } from "lucide-react";
import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { ClinicContact } from "../components/ClinicContact";
import { LanguageChoice } from "../components/LanguageChoice";
import { LaterPage } from "../components/Later";
import { useStore } from "../hooks/useStore";
import { MessagesBell } from "./MessagesBell";
import { MissedRings } from "./MissedRings";
import { useSession } from "./session";

/** The frame around all pages but the call. */
export function Shell() {
  const { t } = useTranslation();
  const { user, lobby, signOut } = useSession();
  const { connection } = useStore(lobby.store);
  const content = useFocusOnNewPage();
  const staff = user.role === "ADMIN";
  const link = ({ isActive }: { isActive: boolean }) =>
    `inline-flex min-h-11 items-center rounded-full px-3 text-base sm:px-4 sm:text-lg ${isActive ? "bg-calm text-on-calm font-semibold" : "text-ink-soft hover:text-ink"}`;
  return (
    <div className={`mx-auto flex min-h-dvh flex-col px-4 sm:px-8 ${staff ? "max-w-6xl" : "max-w-5xl"}`}>
      <a href="#content" className="sr-only focus:not-sr-only focus:p-3">{t("common.skip")}</a>
      {/* Where the screen is narrow, the places to go to have a line of their own. */}
      <header className="flex items-center gap-x-1 py-4 max-sm:flex-wrap sm:gap-x-4">
        <NavLink to="/" className="flex min-h-11 shrink-0 items-center gap-2 text-xl font-bold" aria-label="Consilium">
          <img src="/logo.svg" alt="" width="36" height="36" />
          <span className="hidden sm:inline">Consilium</span>
        </NavLink>
        <nav aria-label={t("common.menu")} className="flex min-w-0 max-sm:order-last max-sm:w-full max-sm:flex-wrap sm:gap-1">
          <NavLink to="/" end className={link}>{t("common.appointments")}</NavLink>
          <NavLink to="/history" className={link}>{t("common.history")}</NavLink>
          {user.role === "DOCTOR" && <NavLink to="/availability" className={(state) => `${link(state)} max-sm:hidden`} data-testid="nav-hours">{t("common.hours")}</NavLink>}
          {staff && <NavLink to="/clinic" className={link} data-testid="nav-clinic">{t("common.clinic")}</NavLink>}
        </nav>
        <div className="ms-auto flex items-center gap-1 sm:gap-3">
          {user.onlyAppointment === null && <MessagesBell />}
          {user.onlyAppointment === null && <NavLink to="/account" className={link} data-testid="nav-account"><UserRound size={20} aria-hidden="true" className="md:hidden" /><span className="max-md:sr-only">{user.name}</span></NavLink>}
          <button type="button" onClick={() => void signOut()} data-testid="sign-out" title={t("common.signOut")} className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full text-base text-ink-soft hover:bg-calm hover:text-ink sm:px-3">
            <LogOut size={20} aria-hidden="true" className="rtl:-scale-x-100" /><span className="max-sm:sr-only">{t("common.signOut")}</span>
          </button>
        </div>
      </header>
      {connection === "reconnecting" && <p role="status" className="rounded-card bg-warn px-4 py-2 text-on-warn">{t("common.offline")}</p>}
      <MissedRings />
      <main id="content" ref={content} tabIndex={-1} className="flex-1 pb-16 pt-4 outline-none">
        <LaterPage><Outlet /></LaterPage>
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line py-4 text-base text-ink-soft">
        <span className="md:hidden">{user.name}</span>
        {user.role === "DOCTOR" && <Link to="/availability" className="inline-flex min-h-11 items-center text-primary underline sm:hidden">{t("common.hours")}</Link>}
        <Link to="/device-check" className="inline-flex min-h-11 items-center text-primary underline">{t("appointment.test")}</Link>
        <Link to="/about-video" className="inline-flex min-h-11 items-center text-primary underline">{t("common.aboutVideo")}</Link>
        <ClinicContact />
        <LanguageChoice />
      </footer>
    </div>
  );
}

/** Who goes on by keyboard or hears the page goes on where the new page begins, not where the link was. */
function useFocusOnNewPage(): RefObject<HTMLElement | null> {
  const { pathname } = useLocation();
  const element = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    element.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [pathname]);
  return element;
}
