import { within } from "../core/within";
import type { Circumstances } from "./problems";

export type CaptureKind = "camera" | "microphone";

const ANSWER_WITHIN = 500;

interface Policy { allowsFeature(feature: string): boolean }

/** What surrounds a refusal. Whatever a browser does not tell counts as harmless. */
export async function circumstancesOf(kind: CaptureKind): Promise<Circumstances> {
  return {
    secure: globalThis.isSecureContext !== false,
    policyAllows: policy()?.allowsFeature(kind) ?? true,
    permission: (await permission(kind))?.state ?? null,
  };
}

/** Null where the browser does not tell: old Firefox, old Safari. */
export async function permission(kind: CaptureKind): Promise<PermissionStatus | null> {
  try {
    const status = navigator.permissions?.query({ name: kind as PermissionName });
    return status ? await within(ANSWER_WITHIN, status) : null;
  } catch {
    return null;
  }
}

function policy(): Policy | undefined {
  const { permissionsPolicy, featurePolicy } = (globalThis.document ?? {}) as { permissionsPolicy?: Policy; featurePolicy?: Policy };
  return permissionsPolicy ?? featurePolicy;
}
