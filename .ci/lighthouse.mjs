// Lighthouse looks at the main pages of the finished jar, on a phone and on a desktop; too few points end it with an error.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const module = path => import(new URL("../target/lighthouse/node_modules/" + path, import.meta.url));
const { default: lighthouse, desktopConfig } = await module("lighthouse/core/index.js");
const { launch } = await module("chrome-launcher/dist/index.js");

const PASSWORD = "correct horse", JSON_TYPE = { "Content-Type": "application/json", Accept: "application/json" };
const LEAST = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const OPEN = ["/accounts/login/", "/accounts/register/"];
const HIDDEN = ["/accounts/password_reset/"];
const OF_MEMBERS = ["/profile/", "/profile/edit/", "/accounts/", "/accounts/sessions/", "/staff/profiles/", "/staff/profiles/1/"];
// A busy machine only takes points for performance away, or has no time to look at all: it gets more tries.
const TRIES = 3;

const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const jar = [join(process.cwd(), "target", "profiles.jar")];
const environment = { ...process.env, PORT: "0" };
const service = spawn("java", ["-jar", ...jar], { cwd: folder, env: environment, stdio: ["ignore", "inherit", "pipe"] });
const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
let failures = 0;
try {
  const address = await ready();
  const session = await member(address);
  for (const path of OPEN) await look(address + path, {}, []);
  // Crawlers are told to stay away from these (robots.txt), so being crawlable is no merit there.
  for (const path of HIDDEN) await look(address + path, {}, ["is-crawlable"]);
  for (const path of OF_MEMBERS) await look(address + path, { Cookie: session }, ["is-crawlable"]);
} finally {
  chrome.kill();
  service.kill();
  await new Promise(ended => service.on("exit", ended));
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0) process.exitCode = 1;

async function ready() {
  for await (const line of createInterface({ input: service.stderr })) {
    const said = line.match(/Profiles is ready at (.*)\//);
    if (said) return said[1];
  }
  throw new Error("the service did not start");
}

/** Somebody of staff with a filled profile; its cookie. */
async function member(address) {
  const registered = await sent(address + "/accounts/register/", "POST", { username: "ada", email: "ada@example.org", password1: PASSWORD, password2: PASSWORD });
  const session = registered.headers.getSetCookie().map(cookie => cookie.split(";")[0]).find(cookie => cookie.startsWith("session="));
  await sent(address + "/api/profile/", "PATCH", { full_name: "Ada Lovelace", bio: "I wrote the first program." }, session);
  spawnSync("java", ["-jar", ...jar, "makestaff", "ada"], { cwd: folder, env: environment });
  return session;
}

async function sent(url, method, body, session = "") {
  const answer = await fetch(url, { method, headers: { ...JSON_TYPE, Cookie: session }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(url + ": " + await answer.text());
  return answer;
}

async function look(url, headers, skipped) {
  const there = await fetch(url, { headers: { Accept: "text/html", ...headers }, redirect: "manual" });
  if (there.status !== 200) return fail(url, "is answered " + there.status);
  for (const [screen, config] of [["phone", undefined], ["desktop", desktopConfig]]) {
    let wrong;
    for (let i = 0; i < TRIES && (i === 0 || busy(wrong)); i++) wrong = await lacking(url, headers, skipped, screen, config);
    wrong.forEach(each => fail(url + " on a " + screen, each));
  }
}

async function lacking(url, headers, skipped, screen, config) {
  const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", onlyCategories: Object.keys(LEAST), skipAudits: skipped, extraHeaders: headers }, config);
  if (lhr.runtimeError) return ["performance is not known: " + lhr.runtimeError.message];
  const points = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
  console.log(new URL(url).pathname, screen, ...points.map(([name, score]) => name + " " + score));
  return points.filter(([name, score]) => score < LEAST[name]).map(([name, score]) => name + " has " + score + " of 100: " + reasons(lhr, name));
}

function reasons(lhr, category) {
  const weak = lhr.categories[category].auditRefs.filter(ref => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1);
  return weak.map(ref => lhr.audits[ref.id].title).join("; ");
}

function busy(wrong) {
  return wrong.length > 0 && wrong.every(each => each.startsWith("performance"));
}

function fail(where, why) {
  failures++;
  console.error(where + ": " + why);
}
