import { Refusal } from "../api/http";
import type { components } from "../api/schema";

type Schemas = components["schemas"];

/** Whether this browser can be asked for passkeys. Over http it cannot, but on one's own computer. */
export function passkeysPossible(): boolean {
  return typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";
}

/** Has the device make a passkey. Answers with what the server wants to see. */
export function makePasskey(options: Schemas["PasskeyCreation"]): Promise<string> {
  return answered(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) }),
  );
}

/** Has somebody choose a passkey, and their device sign with it. */
export function askForPasskey(options: Schemas["PasskeyRequest"]): Promise<string> {
  return answered(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) }));
}

/** What the browser's own window says, as refusals that have words here. */
const WHY: Record<string, string> = {
  NotAllowedError: "PASSKEY_CANCELLED",
  AbortError: "PASSKEY_CANCELLED",
  InvalidStateError: "PASSKEY_THERE",
  SecurityError: "PASSKEY_ADDRESS",
};

async function answered(ask: () => Promise<Credential | null>): Promise<string> {
  try {
    const credential = await ask();
    if (credential) return JSON.stringify(credential);
  } catch (error) {
    const why = error instanceof Error ? WHY[error.name] : undefined;
    throw new Refusal(0, why ?? "PASSKEY_NOT_POSSIBLE", "", {});
  }
  throw new Refusal(0, "PASSKEY_CANCELLED", "", {});
}
