import { useTranslation } from "react-i18next";

const NAMES: Partial<Record<string, string>> = { daily: "Daily", jitsi: "Jitsi Meet", jaas: "8x8 Jitsi" };

/** Where somebody sits in between: who, and what that means. */
export function CarriedBy({ provider }: { provider: string }) {
  const { t } = useTranslation();
  return (
    <div data-testid="carried-by" className="grid gap-4">
      <p>{t("room.carried", { service: NAMES[provider] ?? provider })}</p>
      <p className="text-ink-soft">{t("room.inBetween")}</p>
    </div>
  );
}
