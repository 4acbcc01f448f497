import type { ComponentProps, ReactNode } from "react";

export type Look = "primary" | "calm" | "plain" | "danger";
const LOOKS: Record<Look, string> = {
  primary: "bg-primary text-on-primary hover:bg-primary-strong",
  calm: "bg-calm text-on-calm hover:brightness-95",
  plain: "bg-transparent text-primary hover:bg-calm",
  danger: "bg-danger text-on-danger hover:brightness-95",
};

export function buttonLook(look: Look, large: boolean): string {
  const size = large ? "min-h-14 px-5 py-2 text-lg sm:px-7" : "min-h-11 px-5 py-1.5";
  return `inline-flex items-center justify-center gap-2 rounded-full text-center font-semibold leading-tight transition disabled:opacity-50 ${size} ${LOOKS[look]}`;
}

export function Button({
  look = "primary", large = false, children, className = "", ...rest
}: ComponentProps<"button"> & { look?: Look; large?: boolean; children: ReactNode }) {
  return <button type="button" {...rest} className={`${buttonLook(look, large)} ${className}`}>{children}</button>;
}
