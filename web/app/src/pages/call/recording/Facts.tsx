import { useTranslation } from "react-i18next";
import { factsOf, type Rules } from "./terms";

export function Facts({ rules }: { rules: Rules }) {
  const { t } = useTranslation();
  return (
    <ul className="grid list-disc gap-1.5 ps-5 text-base" data-testid="recording-facts">
      {factsOf(t, rules).map(([id, words]) => <li key={id}>{words}</li>)}
    </ul>
  );
}
