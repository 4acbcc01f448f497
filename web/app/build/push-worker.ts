import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const SOURCE = fileURLToPath(new URL("../src/worker/push-worker.ts", import.meta.url));

/**
 * The service worker, one file at the root with a name that stays: its address is how a browser knows it again, and only from
 * there it serves all pages.
 */
export function pushWorker(): Plugin {
  return {
    name: "push-worker",
    apply: "build",
    async writeBundle({ dir = "." }) {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        build: {
          outDir: dir, emptyOutDir: false,
          rollupOptions: { input: SOURCE, output: { format: "iife", entryFileNames: "push-worker.js" } },
        },
      });
    },
  };
}
