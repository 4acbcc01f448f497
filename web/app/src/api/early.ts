const asked = new Map<string, Promise<Response>>();

/** Asks the server before the program that wants to know is there; the program's own first question gets this answer. */
export function askEarly(path: string): void {
  ask(path, "GET", {});
}

/** The same for a request that changes something; a page that has not been told its token yet cannot, and does not try. */
export function postEarly(path: string): void {
  const token = csrfToken();
  if (token) ask(path, "POST", { "X-XSRF-TOKEN": token });
}

/** The answer that is on its way already; once. */
export function earlyAnswer({ method, url }: Request): Promise<Response> | undefined {
  const answer = asked.get(`${method} ${url}`);
  asked.delete(`${method} ${url}`);
  return answer;
}

/** Set by the server as a cookie that only our own pages can read. */
export function csrfToken(): string | undefined {
  return /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
}

function ask(path: string, method: string, headers: Record<string, string>): void {
  const address = new URL(path, location.origin).href;
  const key = `${method} ${address}`;
  const answer = fetch(address, { method, credentials: "same-origin", headers: { Accept: "application/json", ...headers } });
  answer.catch(() => asked.delete(key));
  asked.set(key, answer);
}
