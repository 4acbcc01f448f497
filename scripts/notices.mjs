// See scripts/notices.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const [jar, mode] = process.argv.slice(2);
const FILE = "THIRD-PARTY.md";
const REPOSITORY = process.env.MAVEN_REPOSITORY ?? join(homedir(), ".m2/repository");
const OURS = ["@consilium/"];
const run = (...command) => execFileSync(process.env.JAR, command, { encoding: "utf8", maxBuffer: 1 << 28 });

/** File names of the jars within ours. */
const jars = run("tf", jar).split("\n").filter((line) => /^BOOT-INF\/lib\/.+\.jar$/.test(line)).map((line) => line.replace(/.*\//, "")).sort();

/** What the pages are made of; the style sheet of one tool that is only needed to build comes with them, too. */
const lock = JSON.parse(readFileSync("web/package-lock.json", "utf8")).packages;
const packages = Object.entries(lock)
  .filter(([path, one]) => path.startsWith("node_modules/") && !one.link && (!one.dev || path === "node_modules/tailwindcss") && !one.devOptional && !one.optional)
  .map(([path, one]) => ({ path: join("web", path), name: path.replace(/.*node_modules\//, ""), version: one.version, licence: one.license ?? "" }))
  .filter(({ name }) => !OURS.some((prefix) => name.startsWith(prefix)))
  .sort((one, other) => (one.name < other.name ? -1 : 1));

if (mode === "--check") {
  const there = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const named = [...there.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name).sort();
  const shipped = [...jars, ...packages.map(({ name, version }) => `${name} ${version}`)].sort();
  const missing = shipped.filter((name) => !named.includes(name));
  const gone = named.filter((name) => !shipped.includes(name));
  if (missing.length + gone.length > 0) {
    console.error(`${FILE} is of another build. Missing: ${missing.join(", ") || "none"}. Not shipped any more: ${gone.join(", ") || "none"}. Run scripts/notices.`);
    process.exit(1);
  }
  console.log(`${FILE} names all ${shipped.length}.`);
  process.exit(0);
}

const tag = (xml, name) => xml.match(new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`))?.[1] ?? "";

/** As its description says, or that of what it is a part of. */
function licencesOf(pom) {
  if (!existsSync(pom)) return [];
  const xml = readFileSync(pom, "utf8").replace(/<!--[\s\S]*?-->/g, "");
  const own = xml.match(/<licenses>([\s\S]*?)<\/licenses>/)?.[1];
  if (own) return [...own.matchAll(/<license>([\s\S]*?)<\/license>/g)].map(([, one]) => tag(one, "name").replace(/\s+/g, " "));
  const parent = xml.match(/<parent>([\s\S]*?)<\/parent>/)?.[1];
  if (!parent) return [];
  const [group, artifact, version] = ["groupId", "artifactId", "version"].map((name) => tag(parent, name));
  return licencesOf(join(REPOSITORY, ...group.split("."), artifact, version, `${artifact}-${version}.pom`));
}

const places = new Map(execFileSync("find", [REPOSITORY, "-name", "*.jar"], { encoding: "utf8", maxBuffer: 1 << 28 }).split("\n").map((path) => [path.replace(/.*\//, ""), path]));
const whole = mkdtempSync(join(tmpdir(), "notices-"));
execFileSync(process.env.JAR, ["xf", resolve(jar), "BOOT-INF/lib"], { cwd: whole });

/** What a licence asks to be passed on: its text and its attributions, as they lie in the jar or the package. */
function textsIn(names, read) {
  return names.filter((name) => /(^|\/)(NOTICE|COPYRIGHT)[^/]*$/i.test(name) && !/\.(class|java|[jt]s)$/.test(name)).map(read).map((text) => text.replace(/\r/g, "").trim()).filter(Boolean);
}

const texts = new Map();
const note = (text, who) => texts.set(text, [...(texts.get(text) ?? []), who]);
const rows = jars.map((name) => {
  const place = places.get(name);
  const licences = place ? licencesOf(join(dirname(place), `${place.split("/").at(-3)}-${place.split("/").at(-2)}.pom`)) : [];
  const file = join(whole, "BOOT-INF/lib", name);
  const inside = run("tf", file).split("\n");
  textsIn(inside, (one) => {
    const out = mkdtempSync(join(whole, "one-"));
    execFileSync(process.env.JAR, ["xf", file, one], { cwd: out });
    return readFileSync(join(out, one), "utf8");
  }).forEach((text) => note(text, name));
  return `| \`${name}\` | ${[...new Set(licences)].join("; ") || "see the jar"} |`;
});
rmSync(whole, { recursive: true });

const pages = packages.map(({ path, name, version, licence }) => {
  readdirSync(path).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).forEach((file) => note(readFileSync(join(path, file), "utf8").replace(/\r/g, "").trim(), `${name} ${version}`));
  return `| \`${name} ${version}\` | ${licence} |`;
});

const said = [...texts].sort(([, one], [, other]) => (one[0] < other[0] ? -1 : 1)).map(([text, who]) => `### ${who.join(", ")}\n\n${text.split("\n").map((line) => `    ${line}`.trimEnd()).join("\n")}`);
writeFileSync(FILE, `# Work of others in this program

Consilium itself is under the [Apache License 2.0](LICENSE). This file is written by \`scripts/notices\` from what was built, and \`./test\` checks that it is of this build. The jars lie whole in \`consilium.jar\`, each with its own licence text.

## In the server
| jar | licence |
|---|---|
${rows.join("\n")}

## In the pages
| package | licence |
|---|---|
${pages.join("\n")}

## What they ask to be passed on
${said.join("\n\n")}
`);
console.log(`${FILE}: ${rows.length} jars, ${pages.length} packages, ${texts.size} texts.`);
