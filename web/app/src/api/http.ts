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

interface Envelope { success: boolean; statusCode: number; message: string; data: unknown; code?: string; details?: Record<string, unknown> }

/** Calls our API and opens its envelope. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") headers["X-XSRF-TOKEN"] = await csrfToken();
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers["Content-Type"] = "application/json";
  const payload = body === undefined ? null : form ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { method, headers, body: payload, credentials: "same-origin" });
  } catch {
    throw new Refusal(0, "OFFLINE", "", {});
  }
  const envelope = (await response.json().catch(() => null)) as Envelope | null;
  if (!envelope) throw new Refusal(response.status, "INTERNAL", "", {});
  if (!envelope.success) throw new Refusal(response.status, envelope.code ?? "INTERNAL", envelope.message, envelope.details ?? {});
  return envelope.data as T;
}

/** Set by the server as a cookie that only our own pages can read; asked for when it is not there yet. */
async function csrfToken(): Promise<string> {
  const read = () => /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
  if (!read()) await fetch("/api/v1/app", { credentials: "same-origin" });
  return read() ?? "";
}
