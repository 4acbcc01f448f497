import { Route, Routes } from "react-router";
import CheckoutPage from "./CheckoutPage";
import DonePage from "./DonePage";
import PretendPage from "./PretendPage";

/** The way through paying: before, at the pretend bank, after. */
export default function CheckoutPages() {
  return (
    <Routes>
      <Route index element={<CheckoutPage />} />
      <Route path="done" element={<DonePage />} />
      <Route path="pretend" element={<PretendPage />} />
    </Routes>
  );
}
