import { askForPasskey, makePasskey } from "../lib/passkey";
import { client, open } from "./http";
import type { components } from "./schema";

export type Passkey = components["schemas"]["PasskeyJson"];

/** Each asks the server, then the device, then tells the server. */
export const passkeys = {
  list: () => open(client.GET("/api/v1/auth/passkeys")),
  /** @param password null right after signing in with it */
  add: async (name: string, password: string | null) => {
    const options = await open(client.POST("/api/v1/auth/passkeys/registration", { body: { password } }));
    return open(client.POST("/api/v1/auth/passkeys", { body: { name, credential: await makePasskey(options) } }));
  },
  remove: (passkeyId: string, password: string) =>
    open(client.POST("/api/v1/auth/passkeys/{passkeyId}/remove", { params: { path: { passkeyId } }, body: { password } })),
  afterPassword: async () => {
    const options = await open(client.POST("/api/v1/auth/second-factor/passkey/options"));
    return open(client.POST("/api/v1/auth/second-factor/passkey", { body: { credential: await askForPasskey(options) } }));
  },
  signIn: async () => {
    const options = await open(client.POST("/api/v1/auth/passkeys/sign-in/options"));
    return open(client.POST("/api/v1/auth/passkeys/sign-in", { body: { credential: await askForPasskey(options) } }));
  },
};
