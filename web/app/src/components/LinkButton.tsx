import type { ReactNode } from "react";
import { Link } from "react-router";
import { buttonLook, type Look } from "./Button";

/** Goes somewhere, and looks like the button that it is to people. */
export function LinkButton({ to, look = "primary", large = false, children, testId }: {
  to: string; look?: Look; large?: boolean; children: ReactNode; testId?: string;
}) {
  return <Link to={to} data-testid={testId} className={buttonLook(look, large)}>{children}</Link>;
}
