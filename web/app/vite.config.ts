import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressed } from "./build/compressed.ts";
import { preloadMain } from "./build/preload-main.ts";
import { pushWorker } from "./build/push-worker.ts";
import { words } from "./build/words.ts";

/** The server serves what is built here; during development its API and socket are proxied. */
export default defineConfig({
  plugins: [words(fileURLToPath(new URL("src", import.meta.url))), react(), tailwindcss(), preloadMain("main"), compressed(), pushWorker()],
  build: { outDir: process.env["CONSILIUM_WEB_OUT"] ?? "../../server/target/classes/static", emptyOutDir: true, assetsInlineLimit: 0 },
  server: { proxy: { "/api": "http://127.0.0.1:8080", "/ws": { target: "ws://127.0.0.1:8080", ws: true } } },
});
