import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Routes } from "react-router";
import { LinkButton } from "../components/LinkButton";
import { Loading } from "../components/Loading";
import { useTitle } from "../hooks/useTitle";
import { HomePage } from "../pages/appointments/HomePage";
import { IncomingRings } from "./IncomingRings";
import { AdminPage, AfterCallPage, CallPage, CheckoutPage, DeviceCheckPage, HistoryPage, QualityPage, RecordingsPage } from "./pages";
import { SessionGate, useSession } from "./session";
import { Shell } from "./Shell";

export function App() {
  return (
    <SessionGate>
      <IncomingRings />
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/call/:appointmentId" element={<CallPage />} />
          <Route element={<Shell />}>
            <Route index element={<Home />} />
            <Route path="/login" element={<Home />} />
            <Route path="/history" element={<HistoryPage />} />
            <Route path="/device-check" element={<DeviceCheckPage />} />
            <Route path="/appointments/:appointmentId/after" element={<AfterCallPage />} />
            <Route path="/checkout/:appointmentId" element={<CheckoutPage />} />
            <Route path="/quality" element={<Quality />} />
            <Route path="/recordings" element={<StoredRecordings />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </Suspense>
    </SessionGate>
  );
}

function Home() {
  return useSession().user.role === "ADMIN" ? <AdminPage /> : <HomePage />;
}

/** The server refuses anybody else; the page does not even ask. */
function Quality() {
  return useSession().user.role === "ADMIN" ? <QualityPage /> : <NotFound />;
}

function StoredRecordings() {
  return useSession().user.role === "ADMIN" ? <RecordingsPage /> : <NotFound />;
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
