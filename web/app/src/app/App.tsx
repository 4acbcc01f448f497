import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { LinkButton } from "../components/LinkButton";
import { LaterPage } from "../components/Later";
import { useTitle } from "../hooks/useTitle";
import { HomePage } from "../pages/appointments/HomePage";
import { IncomingRings } from "./IncomingRings";
import { AccountPage, AdminPage, AfterCallPage, CallPage, CheckoutPage, ClinicPage, DeviceCheckPage, DOORS, HistoryPage, MessagesPage } from "./pages";
import { AvailabilityPage, BookPage, ConsentsPage } from "./pages";
import { SessionGate, useSession } from "./session";
import { Shell } from "./Shell";

export function App() {
  const { pathname } = useLocation();
  const Door = DOORS[pathname as keyof typeof DOORS];
  if (Door) return <LaterPage><Door /></LaterPage>;
  return (
    <SessionGate>
      <IncomingRings />
      <LaterPage>
        <Routes>
          <Route path="/call/:appointmentId" element={<CallPage />} />
          <Route element={<Shell />}>
            <Route index element={<Home />} />
            <Route path="/login" element={<Home />} />
            <Route path="/history" element={<HistoryPage />} />
            <Route path="/device-check" element={<DeviceCheckPage />} />
            <Route path="/appointments/:appointmentId/after" element={<AfterCallPage />} />
            <Route path="/book" element={<Book />} />
            <Route path="/availability" element={<Availability />} />
            <Route path="/checkout/:appointmentId/*" element={<CheckoutPage />} />
            <Route path="/consents" element={<ConsentsPage />} />
            <Route path="/account" element={<AccountPage />} />
            <Route path="/messages" element={<MessagesPage />} />
            <Route path="/clinic/*" element={<Clinic />} />
            <Route path="/quality" element={<Moved to="/clinic/quality" />} />
            <Route path="/recordings" element={<Moved to="/clinic/recordings" />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </LaterPage>
    </SessionGate>
  );
}

function Home() {
  return useSession().user.role === "ADMIN" ? <AdminPage /> : <HomePage />;
}

/** The server refuses anybody else; the page does not even ask. */
function Clinic() {
  return useSession().user.role === "ADMIN" ? <ClinicPage /> : <NotFound />;
}

/** Doctors suggest times; patients and the desk choose them. */
function Book() {
  return useSession().user.role === "DOCTOR" ? <NotFound /> : <BookPage />;
}

function Availability() {
  return useSession().user.role === "PATIENT" ? <NotFound /> : <AvailabilityPage />;
}

/** An address that somebody may have kept. */
function Moved({ to }: { to: string }) {
  const { search } = useLocation();
  return <Navigate to={to + search} replace />;
}

function NotFound() {
  const { t } = useTranslation();
  useTitle(t("common.notFound"));
  return (
    <div className="grid justify-items-start gap-4 py-12">
      <h1 className="text-3xl font-bold">{t("common.notFound")}</h1>
      <p className="text-ink-soft">{t("common.notFoundHelp")}</p>
      <LinkButton to="/">{t("common.appointments")}</LinkButton>
    </div>
  );
}
