import { Copy, ExternalLink } from "lucide-react";
import { lazy, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Later } from "./Later";
import { system } from "../lib/browser-family";
import { browserLink } from "../lib/elsewhere";
import { Button } from "./Button";

const QrCode = lazy(() => import("./QrCode"));

/** The way to another browser or another device, when nothing helps here. */
export function Elsewhere({ open = false }: { open?: boolean }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(open);
  const page = location.href;
  const link = browserLink(page, system());
  return (
    <details open={open} onToggle={(event) => setShown(event.currentTarget.open)} data-testid="elsewhere">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t("rescue.elsewhere.title")}</summary>
      {shown && (
        <div className="grid justify-items-start gap-3 pt-2">
          {link && (
            <a href={link} data-testid="open-in-browser" className="inline-flex min-h-11 items-center gap-2 rounded-full bg-primary px-5 font-semibold text-on-primary">
              <ExternalLink size={18} aria-hidden="true" className="rtl:-scale-x-100" />{t("rescue.elsewhere.browser")}
            </a>
          )}
          <CopyLink page={page} />
          <p>{t("rescue.elsewhere.qr")}</p>
          <Later waiting={<span className="size-44" />} without={null}><QrCode text={page} label={t("rescue.elsewhere.qrAlt")} /></Later>
        </div>
      )}
    </details>
  );
}

/** Apps that keep the clipboard to themselves still let one mark the text and copy it by hand. */
function CopyLink({ page }: { page: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(page);
      setCopied(true);
    } catch {
      setCopied(document.execCommand("copy"));
    }
  };
  return (
    <div className="grid w-full gap-2">
      <div className="flex flex-wrap gap-2">
        <input ref={field} readOnly value={page} aria-label={t("rescue.elsewhere.link")} onFocus={(event) => event.target.select()} className="min-h-11 min-w-0 flex-1 rounded-xl border border-line bg-ground px-3 text-base text-ink" />
        <Button look="calm" onClick={() => void copy()} data-testid="copy-link"><Copy size={18} aria-hidden="true" />{t("rescue.elsewhere.copy")}</Button>
      </div>
      <p aria-live="polite" className="text-base">{copied ? t("rescue.elsewhere.copied") : ""}</p>
    </div>
  );
}
