import { lazy } from "react";
import { addWords } from "../../i18n";

/** Panels that few need in a call, with the words they speak in. */
export const PrescriptionPanel = lazy(async () => {
  const [file] = await Promise.all([import("./PrescriptionPanel"), addWords("prescription")]);
  return file;
});
