// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../src/api/http";
import { askForPasskey, passkeysPossible } from "../src/lib/passkey";
import { section, SPOKEN, type Words } from "./languages";

const OPTIONS = { challenge: "AA", rpId: "localhost", timeout: 300_000, allowCredentials: [], userVerification: "required" };

/** A browser whose window ends in that way. */
function browser(get: () => Promise<unknown>): void {
  vi.stubGlobal("PublicKeyCredential", { parseRequestOptionsFromJSON: (options: unknown) => options });
  vi.stubGlobal("navigator", { credentials: { get } });
}

const failed = (name: string) => () => Promise.reject(Object.assign(new Error("of the browser"), { name }));
const refusal = () => askForPasskey(OPTIONS).then(() => "answered", (error: unknown) => (error instanceof Refusal ? error.code : "another"));

afterEach(() => vi.unstubAllGlobals());

describe("A6: passkeys in the browser", () => {
  it.each([
    ["NotAllowedError", "PASSKEY_CANCELLED"], ["AbortError", "PASSKEY_CANCELLED"], ["InvalidStateError", "PASSKEY_THERE"],
    ["SecurityError", "PASSKEY_ADDRESS"], ["NotSupportedError", "PASSKEY_NOT_POSSIBLE"],
  ])("%s is %s, and every language says it", async (name, code) => {
    browser(failed(name));
    expect(await refusal()).toBe(code);
    for (const language of SPOKEN) expect((section(language, "passkeys")["errors"] as Words)[code]).toBeTruthy();
  });

  it("closing the window without a word is a way to say no", async () => {
    browser(() => Promise.resolve(null));
    expect(await refusal()).toBe("PASSKEY_CANCELLED");
  });

  it("the answer is what the browser makes of it for the server", async () => {
    browser(() => Promise.resolve({ toJSON: () => ({ id: "one" }) }));
    expect(await askForPasskey(OPTIONS)).toBe('{"id":"one"}');
  });

  it("are offered only where the browser has them", () => {
    expect(passkeysPossible()).toBe(false);
    browser(failed("any"));
    expect(passkeysPossible()).toBe(true);
  });
});
