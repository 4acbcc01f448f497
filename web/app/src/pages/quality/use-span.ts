import { useSearchParams } from "react-router";

/** Days (both included) and a doctor; what is not said is the server's usual: the last thirty days, everybody. */
export interface Span { from?: string; to?: string; doctor?: string }

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The filters live in the address, so that a link shows the same to a colleague. */
export function useSpan(): { span: Span; choose: (change: Span) => void } {
  const [params, setParams] = useSearchParams();
  const span = spanOf(params);
  return { span, choose: (change) => setParams(addressOf({ ...span, ...change }), { replace: true }) };
}

export function spanOf(params: URLSearchParams): Span {
  const date = (name: string) => (DATE.test(params.get(name) ?? "") ? { [name]: params.get(name) ?? "" } : {});
  const doctor = params.get("doctor");
  return { ...date("from"), ...date("to"), ...(doctor ? { doctor } : {}) };
}

/** Nothing stands for what is usual. */
export function addressOf(span: Span): URLSearchParams {
  return new URLSearchParams(Object.entries(span).filter(([, value]) => value));
}

/** The days up to that one, as many as asked for. */
export function lastDays(count: number, to: string): Span {
  const first = new Date(`${to}T12:00:00Z`);
  first.setUTCDate(first.getUTCDate() - count + 1);
  return { from: first.toISOString().slice(0, 10), to };
}
