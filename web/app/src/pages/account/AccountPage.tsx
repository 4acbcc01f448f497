import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { useTitle } from "../../hooks/useTitle";
import { ChangePassword } from "./ChangePassword";
import { Passkeys } from "./Passkeys";
import { SecondFactor } from "./SecondFactor";
import { DataRequests } from "./DataRequests";
import { Sessions } from "./Sessions";
import { WhoSawMyData } from "./WhoSawMyData";
import { YourDetails } from "./YourDetails";

/** What everybody may know and change of themselves. */
export default function AccountPage() {
  const { t } = useTranslation();
  useTitle(t("account.title"));
  const { user } = useSession();
  return (
    <div className="grid max-w-2xl gap-10">
      <header>
        <h1 className="text-3xl font-bold">{t("account.title")}</h1>
        <p className="text-ink-soft">{user.name}, {user.email}</p>
      </header>
      <YourDetails />
      <ChangePassword />
      <SecondFactor />
      <Passkeys />
      <Sessions />
      {user.role === "PATIENT" && <DataRequests />}
      {user.role === "PATIENT" && <WhoSawMyData />}
    </div>
  );
}
