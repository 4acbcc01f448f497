import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./app/App";
import { OpenDoor } from "./app/OpenDoor";
import { loadPage } from "./app/pages";
import { LaterPage } from "./components/Later";
import { wordsReady } from "./i18n";

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } });

/** Draws once its words and its page are at hand and `first` is done. What does not come is missed where it is drawn, and says so there. */
export function draw(first: Promise<unknown>): void {
  void Promise.allSettled([wordsReady, loadPage(location.pathname), first]).then(() => {
    createRoot(document.getElementById("root") as HTMLElement).render(
      <StrictMode>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <LaterPage><OpenDoor><App /></OpenDoor></LaterPage>
          </BrowserRouter>
        </QueryClientProvider>
      </StrictMode>,
    );
  });
}
