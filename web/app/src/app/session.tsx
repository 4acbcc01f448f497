import { Lobby } from "@consilium/call-engine";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { api, Refusal, socketUrl, type User } from "../api";
import { Failure } from "../components/Failure";
import { Loading } from "../components/Loading";
import i18n from "../i18n";
import { resumeSending } from "../lib/has-recorded";
import { answerWorker } from "../lib/answer-worker";
import { pushOwner } from "../lib/push-owner";
import { LoginPage } from "../pages/login/LoginPage";

interface Signed { user: User; lobby: Lobby; signOut: () => Promise<void> }
const LEAVE_WITHIN = 1_000;
const SignedIn = createContext<Signed | null>(null);

/** Fetched only where somebody chose to be rung when no page is open. */
async function push(then: (it: typeof import("../lib/push")) => Promise<void>): Promise<void> {
  if (pushOwner()) await import("../lib/push").then(then).catch(() => undefined);
}

/** Who is signed in, and their socket for rings. Only below {@link SessionGate}. */
export function useSession(): Signed {
  const value = useContext(SignedIn);
  if (!value) throw new Error("no session");
  return value;
}

/** Shows the app to whoever is signed in, and the door to everybody else. */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery({ queryKey: ["me"], queryFn: api.me, retry: false, staleTime: Infinity });
  if (me.isPending) return <Loading />;
  if (me.error instanceof Refusal && me.error.status === 401) return <LoginPage />;
  if (me.error) return <Closed error={me.error} onRetry={() => void me.refetch()} />;
  return <WithLobby user={me.data}>{children}</WithLobby>;
}

/** Nothing can be shown without the clinic's server. */
function Closed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6">
      <img src="/logo.svg" alt="Consilium" width="56" height="56" />
      <Failure error={error} onRetry={onRetry} />
    </main>
  );
}

function WithLobby({ user, children }: { user: User; children: ReactNode }) {
  const queries = useQueryClient();
  const [lobby, setLobby] = useState<Lobby | null>(null);
  useEffect(() => {
    const opened = new Lobby({
      url: socketUrl(),
      ticket: api.lobbyTicket,
      onSignedOut: () => void queries.resetQueries({ queryKey: ["me"] }),
    });
    setLobby(opened);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // A doctor's hours are meant in the zone of their account: a journey must not move them.
    if (user.role !== "DOCTOR" && zone !== user.zone) void api.setPreferences({ zone }).catch(() => undefined);
    void resumeSending(user.id).catch(() => undefined);
    void push((it) => it.keepUp(user.id, i18n.language));
    const silent = answerWorker(() => opened.store.getSnapshot().connection === "online");
    return () => {
      silent();
      opened.close();
    };
  }, [user.id, user.role, user.zone, queries]);
  if (!lobby) return null;
  const signOut = async () => {
    await api.signOut().catch(() => undefined);
    // The server rings here no more; the browser may take its time to forget, too.
    await Promise.race([push((it) => it.leave()), new Promise((done) => setTimeout(done, LEAVE_WITHIN))]);
    lobby.close();
    queries.clear();
    location.assign("/");
  };
  return <SignedIn.Provider value={{ user, lobby, signOut }}>{children}</SignedIn.Provider>;
}
