import type { ButtonHTMLAttributes, ReactNode } from "react";

type Look = "primary" | "calm" | "plain" | "danger";
const LOOKS: Record<Look, string> = {
  primary: "bg-primary text-on-primary hover:bg-primary-strong",
  calm: "bg-calm text-on-calm hover:brightness-95",
  plain: "bg-transparent text-primary hover:bg-calm",
  danger: "bg-danger text-on-danger hover:brightness-95",
};

export function Button({
  look = "primary", large = false, children, className = "", ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; large?: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      className={`inline-flex items-center justify-center gap-2 rounded-full font-semibold transition disabled:opacity-50 ${
        large ? "min-h-14 px-7 text-lg" : "min-h-11 px-5"
      } ${LOOKS[look]} ${className}`}
    >
      {children}
    </button>
  );
}
