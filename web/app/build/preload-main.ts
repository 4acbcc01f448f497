import type { Plugin } from "vite";

/**
 * The page's first script is tiny and asks for the program; this lets the browser fetch the program meanwhile, instead of
 * after the first script has been read.
 */
export function preloadMain(name: string): Plugin {
  return {
    name: "preload-main",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
        const main = chunks.find((chunk) => chunk.name === name);
        if (bundle && !main) throw new Error(`no chunk is called ${name}`);
        const files = main ? [main.fileName, ...main.imports] : [];
        return files.map((file) => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` }, injectTo: "head" as const }));
      },
    },
  };
}
