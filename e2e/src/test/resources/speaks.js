// Changes the language of the page as another tab would, waits until everything is there, and tells what is wrong with the words.
// Without a language: as the page stands.
async ({ language, shown }) => {
  const until = async (what, holds) => {
    for (const end = performance.now() + 15_000; !holds(); ) {
      if (performance.now() > end) throw new Error(`${location.pathname} in ${language}: ${what} did not come`);
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
  };
  const root = document.documentElement;
  if (language) {
    dispatchEvent(new StorageEvent("storage", { key: "language", newValue: language }));
    await until("the language", () => root.lang === language);
    await until(shown, () => document.querySelector(shown) && !document.querySelector(".animate-pulse"));
    await document.fonts.ready;
  }

  const found = new Set();
  const tell = (what) => found.add(`${root.lang} ${innerWidth} ${location.pathname}: ${what}`);
  if ((root.dir === "rtl") !== (root.lang.slice(0, 2) === "ar")) tell(`written ${root.dir}`);
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5 || e.getBoundingClientRect().left < -0.5);
    tell(`scrolls sideways because of ${wide.slice(-2).map((e) => e.outerHTML.slice(0, 200)).join(" and ")}`);
  }

  const styles = new Map();
  const style = (e) => styles.get(e) ?? styles.set(e, getComputedStyle(e)).get(e);
  const boxes = new Map();
  const box = (e) => boxes.get(e) ?? boxes.set(e, e.getBoundingClientRect()).get(e);
  const clips = (how) => how === "hidden" || how === "clip";
  const HOLDS = "BUTTON A TD TH LABEL LI DT DD P H1 H2 H3 LEGEND SUMMARY".split(" ");
  /** Whether a box lets part of the text be seen outside of it, or hides it. */
  const cut = (text, element) => {
    for (let e = element, x = true, y = true; e && e !== document.body && (x || y); e = e.parentElement) {
      const its = box(e);
      // For those who listen alone.
      if (its.width <= 1 || its.height <= 1) return false;
      const { overflowX, overflowY, display } = style(e);
      const aside = text.left < its.left - 2 || text.right > its.right + 2;
      if (x && aside && (clips(overflowX) || (HOLDS.includes(e.tagName) && display !== "inline" && display !== "contents"))) return true;
      if (y && clips(overflowY) && (text.top < its.top - 4 || text.bottom > its.bottom + 4)) return true;
      // What scrolls can be scrolled to.
      x &&= !/auto|scroll/.test(overflowX);
      y &&= !/auto|scroll/.test(overflowY);
    }
    return false;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const said = node.textContent.trim();
    const element = node.parentElement;
    if (!said || element.closest("script, style, noscript, option, svg")) continue;
    // Words that did not come: the page says their key. What people and files are called stands apart, in bdi.
    if (/^[a-z][a-zA-Z]*(\.[a-zA-Z]\w*)+$/.test(said) && !element.closest("code, pre, bdi")) tell(`says the key ${said}`);
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some((text) => text.width > 1 && cut(text, element))) tell(`cuts off "${said.slice(0, 80)}" in ${element.outerHTML.slice(0, 160)}`);
  }
  const pen = document.createElement("canvas").getContext("2d");
  for (const field of document.querySelectorAll("select, input[placeholder]")) {
    const said = field.selectedOptions ? (field.selectedOptions[0]?.text ?? "") : field.value ? "" : field.placeholder;
    const { font, paddingInlineStart, paddingInlineEnd } = style(field);
    pen.font = font;
    const room = field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - (field.selectedOptions ? 16 : 0);
    if (field.clientWidth > 0 && pen.measureText(said).width > room + 3) tell(`has no room for "${said}" in ${field.outerHTML.slice(0, 160)}`);
  }
  return [...found];
}
