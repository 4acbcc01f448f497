// Builds the web app into the server's classes: installs packages only when the lock file changed. Called by Maven.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? `${web}/../server/target/classes/static`);
const stamp = `${web}/node_modules/.installed`;
const lock = createHash("sha256").update(readFileSync(`${web}/package-lock.json`)).digest("hex");
const run = (command, ...args) => execFileSync(command, args, { cwd: web, stdio: "inherit", env: { ...process.env, CONSILIUM_WEB_OUT: out } });

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
  writeFileSync(stamp, lock);
}
mkdirSync(out, { recursive: true });
run("node", "node_modules/vite/bin/vite.js", "build", "app", "--logLevel", "warn");
