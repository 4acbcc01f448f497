import createClient, { type Middleware } from "openapi-fetch";
import { attended } from "./attendance";
import { csrfToken, earlyAnswer } from "./early";
import type { components, paths } from "./schema";

/** A refusal of the server: `code` is stable, `message` is the server's sentence. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown>,
  ) {
    super(message);
  }

  /** Trying again cannot help. */
  get final(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429 && this.status !== 408;
  }
}

const ourHeaders: Middleware = {
  async onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("X-XSRF-TOKEN", await knownToken());
    if (!attended()) request.headers.set("X-Unattended", "true");
    return request;
  },
};

/** Our API as docs/openapi.json describes it; every path, parameter and answer is checked by the compiler. */
export const client = createClient<paths>({
  baseUrl: location.origin,
  credentials: "same-origin",
  headers: { Accept: "application/json" },
  // Looked up at each call, so that nothing keeps an old one.
  fetch: (request: Request) =>
    (earlyAnswer(request) ?? globalThis.fetch(request)).catch(() => {
      throw new Refusal(0, "OFFLINE", "", {});
    }),
});
client.use(ourHeaders);

interface Answer<T> { data?: { data: T }; error?: components["schemas"]["ErrorEnvelope"]; response: Response }

/** Opens the envelope. */
export async function open<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (failure) {
    throw failure instanceof Refusal ? failure : new Refusal(0, "INTERNAL", "", {});
  }
  const { data, error, response } = answer;
  if (data) return data.data;
  throw new Refusal(response.status, error?.code ?? "INTERNAL", error?.message ?? "", error?.details ?? {});
}

/** Asked for when it is not there yet. */
async function knownToken(): Promise<string> {
  if (!csrfToken()) await fetch("/api/v1/app", { credentials: "same-origin" });
  return csrfToken() ?? "";
}
