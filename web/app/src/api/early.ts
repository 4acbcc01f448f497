const asked = new Map<string, Promise<Response>>();

/** Asks the server before the program that wants to know is there; the program's own first question gets this answer. */
export function askEarly(path: string): void {
  const address = new URL(path, location.origin).href;
  const answer = fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
  answer.catch(() => asked.delete(address));
  asked.set(address, answer);
}

/** The answer that is on its way already; once. */
export function earlyAnswer(request: Request): Promise<Response> | undefined {
  if (request.method !== "GET") return undefined;
  const answer = asked.get(request.url);
  asked.delete(request.url);
  return answer;
}
