import { Component, Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { Notice } from "./Failure";
import { Loading } from "./Loading";

interface Props {
  /** While it is on its way. */
  waiting?: ReactNode;
  /** Where it did not come; by itself it says so, and offers to load the page again. */
  without?: ReactNode;
  /** Where another one is shown in this place, that may well have come. */
  which?: string;
  children: ReactNode;
}

/**
 * For what comes in a file of its own. A file that does not come, or a part that cannot be drawn, takes nothing else of the page
 * with it: least of all a call.
 */
export function Later({ waiting = null, without = <Missing />, which = "", children }: Props) {
  return <Boundary which={which} without={without}><Suspense fallback={waiting}>{children}</Suspense></Boundary>;
}

/** For a whole page. */
export function LaterPage({ children }: { children: ReactNode }) {
  return <Later waiting={<Loading />} which={useLocation().pathname}>{children}</Later>;
}

type Bounds = Required<Pick<Props, "which" | "without" | "children">>;

class Boundary extends Component<Bounds, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidUpdate(before: Bounds): void {
    if (this.state.broken && before.which !== this.props.which) this.setState({ broken: false });
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.without : this.props.children;
  }
}

/** A browser may remember for as long as the page lives that a file did not come. */
function Missing() {
  const { t } = useTranslation();
  return <Notice words={t("common.notShown")} onRetry={() => location.reload()} />;
}
