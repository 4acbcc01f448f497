import type { Receive } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { useStore } from "../../hooks/useStore";
import { rememberDataUse } from "../../lib/data-use";
import type { OpenCall } from "./warm-call";

const WISHES: readonly Receive[] = ["full", "low", "sound"];

/** How much picture, in both directions. Pictures of any size are sent by our own ladder only. */
export function DataUse({ open }: { open: OpenCall }) {
  const { t } = useTranslation();
  const { receive, abilities } = useStore(open.call.store);
  const choose = (wish: Receive) => {
    rememberDataUse(wish);
    open.call.setReceive(wish);
  };
  return (
    <fieldset className="grid gap-1">
      <legend className="text-base text-ink-soft">{t("picture.dataUse")}</legend>
      {WISHES.filter((wish) => abilities.ladder || wish !== "low").map((wish) => (
        <label key={wish} className="flex min-h-11 cursor-pointer items-start gap-3 rounded-xl px-3 py-2 has-checked:bg-calm has-checked:text-on-calm">
          <input type="radio" name="data-use" className="mt-1 size-5 accent-primary" checked={receive === wish} onChange={() => choose(wish)} data-testid={`data-use-${wish}`} aria-describedby={`data-use-help-${wish}`} />
          <span className="grid">
            {t(`picture.receive.${wish}`)}
            <span id={`data-use-help-${wish}`} className="text-base opacity-80">{t(`picture.help.${wish}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
