import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, Route, Routes, useLocation } from "react-router";
import { LaterPage } from "../../components/Later";
import { useTitle } from "../../hooks/useTitle";
import { AREAS } from "./areas";

/** A7: the administrators' area. Where there is room its parts stand beside the page; on a phone they are a list of their own. */
export default function ClinicPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const inside = pathname.replace(/\/$/, "") !== "/clinic";
  return (
    <div className={`grid gap-x-10 gap-y-4 ${inside ? "lg:grid-cols-[13rem_minmax(0,1fr)]" : ""}`}>
      {inside && (
        <nav aria-label={t("clinic.title")} className="max-lg:hidden" data-testid="clinic-nav">
          <ul className="sticky top-4 grid gap-1">
            {AREAS.map(({ path, word, icon: Icon, testId }) => (
              <li key={path}>
                <NavLink to={`/clinic/${path}`} data-testid={testId} className={({ isActive }) => `flex min-h-11 items-center gap-3 rounded-xl px-3 py-2 text-base ${isActive ? "bg-calm font-semibold text-on-calm" : "text-ink-soft hover:bg-calm hover:text-ink"}`}>
                  <Icon size={20} aria-hidden="true" className="shrink-0" />{t(word)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {inside && (
        <Link to="/clinic" data-testid="clinic-back" className="inline-flex min-h-11 items-center gap-1 justify-self-start text-base text-ink-soft underline lg:hidden">
          <ChevronRight size={18} aria-hidden="true" className="rotate-180 rtl:rotate-0" />{t("clinic.title")}
        </Link>
      )}
      <div className="min-w-0">
        <LaterPage>
          <Routes>
            <Route index element={<AreaList />} />
            {AREAS.map(({ path, page: Page }) => <Route key={path} path={`${path}/*`} element={<Page />} />)}
            <Route path="*" element={<AreaList />} />
          </Routes>
        </LaterPage>
      </div>
    </div>
  );
}

function AreaList() {
  const { t } = useTranslation();
  useTitle(t("clinic.title"));
  return (
    <>
      <h1 className="mb-5 text-3xl font-bold">{t("clinic.title")}</h1>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3" data-testid="clinic-areas">
        {AREAS.map(({ path, word, icon: Icon, testId }) => (
          <li key={path}>
            <Link to={path} data-testid={testId} className="flex min-h-16 items-center gap-4 rounded-card bg-surface p-4 text-lg font-semibold hover:bg-calm hover:text-on-calm">
              <Icon size={24} aria-hidden="true" className="shrink-0 text-ink-soft" />
              <span className="flex-1">{t(word)}</span>
              <ChevronRight size={20} aria-hidden="true" className="shrink-0 text-ink-soft rtl:rotate-180" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
