import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { addWords } from "../i18n";

/** What `import()` of a page gives. */
export interface PageFile { default: ComponentType }

/**
 * A page in a file of its own, with the sections of words that it speaks in. Once loaded it is drawn at once: React by
 * itself would show "Loading…" for a moment, and having shown it keeps it up for 300 ms.
 */
export function lazyPage(fetchFile: () => Promise<PageFile>, ...sections: string[]): LazyExoticComponent<ComponentType> & { load: () => Promise<PageFile> } {
  let file: PageFile | null = null;
  const load = async () => {
    if (file) return file;
    const [fetched] = await Promise.all([fetchFile(), addWords(...sections)]);
    return (file = fetched);
  };
  // React asks with `then`; this one answers before it returns.
  const atOnce = (there: PageFile) => ({ then: (use: (file: PageFile) => void) => use(there) }) as Promise<PageFile>;
  return Object.assign(lazy(() => (file ? atOnce(file) : load())), { load });
}
