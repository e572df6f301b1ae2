// The page and the page script in Chromium. Screenshots go to screenshots/.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const root = new URL("../pkg/page/", import.meta.url).pathname;
const shots = new URL("../screenshots/", import.meta.url).pathname;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
// A busy machine is no failure.
const PATIENCE = 120_000;
let server, browser, address;

before(async () => {
  mkdirSync(shots, { recursive: true });
  server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    try {
      const file = await readFile(join(root, path === "/" ? "index.html" : path));
      response.writeHead(200, { "content-type": `${TYPES[extname(path)] ?? "text/html"}; charset=utf-8` }).end(file);
    } catch { response.writeHead(404).end(); }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://localhost:${server.address().port}`;
  browser = await chromium.launch({
    timeout: PATIENCE,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
after(async () => { await browser?.close(); server?.close(); });

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: "kk-KZ", ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") failures.push(message.text()); });
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector("#out-latin-2021")?.textContent);
  return { context, page, failures };
}

const settled = (page, code, start) => page.waitForFunction(([code, start]) => document.querySelector(`#out-${code}`)?.textContent.startsWith(start), [code, start]);

test("typing shows every script", async () => {
  const { context, page, failures } = await open();
  await page.fill("#input", "");
  await page.locator("#input").pressSequentially("Қазақстан 12,5%-ға");
  await settled(page, "latin-2021", "Qazaqstan 12,5%-ğa");
  assert.equal(await page.locator("#out-latin-2018").textContent(), "Qazaqstan 12,5%-ǵa");
  assert.equal(await page.locator("#out-bgn-pcgn-1979").textContent(), "Qazaqstan 12,5%-gha");
  assert.match(await page.locator("#out-arabic").textContent(), /^قازاقستان/);
  const filled = await page.locator(".script pre").evaluateAll((all) => all.map((pre) => pre.textContent.length > 0));
  assert.equal(filled.length, 16);
  assert.ok(filled.every(Boolean));
  assert.equal(await page.locator("mark[data-kind=percent]").textContent(), "12,5%-ға");
  assert.match(await page.locator("#numbers tbody").textContent(), /12\.5/);
  // Latin typed in is read as well.
  await page.fill("#input", "Qazaqstan Respublikasynyñ ükımetı");
  await settled(page, "cyrillic", "Қазақстан Республикасының үкіметі");
  assert.deepEqual(failures, []);
  await context.close();
});

test("a megabyte keeps the page alive", async () => {
  const { context, page, failures } = await open();
  const line = "Алматыда тұрғын үй бағасы 12,5%-ға өсті, ал балалар мектепке барды.\n";
  const text = line.repeat(Math.ceil(1_000_000 / new TextEncoder().encode(line).length));
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const beat = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(beat); };
    requestAnimationFrame(beat);
    window.sawProgress = false;
    new MutationObserver(() => { window.sawProgress ||= !document.querySelector("#progress").hidden; }).observe(document.querySelector("#progress"), { attributes: true });
  });
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  const started = Date.now();
  await page.evaluate((text) => {
    const input = document.querySelector("#input");
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await page.waitForFunction((length) => document.querySelector("#status").textContent.includes(String(length)), text.length);
  const took = Date.now() - started;
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  // Time that the page's thread was at work, not time that it waited for a processor: that is the same on a busy machine.
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid}.${tid}`));
  const tasks = traceEvents.filter(({ tdur, pid, tid }) => tdur && main.has(`${pid}.${tid}`)).map(({ tdur }) => tdur / 1000);
  assert.ok(tasks.length > 10, "no tasks in the trace");
  const worked = tasks.reduce((a, b) => Math.max(a, b));
  const { longest, sawProgress } = await page.evaluate(() => ({ longest: window.longest, sawProgress: window.sawProgress }));
  console.log(`1 MB in every script: ${took} ms, longest pause of the page ${Math.round(longest)} ms, its longest task ${Math.round(worked)} ms of work`);
  assert.ok(sawProgress, "no progress was shown");
  assert.ok(worked < 1500, `the page was at one task for ${worked} ms`);
  // What is downloaded is the whole.
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-download=latin-2021]")]);
  const saved = await readFile(await download.path(), "utf8");
  assert.equal(saved.split("\n").length, text.split("\n").length);
  assert.ok(saved.startsWith("Almatyda tūrğyn üi bağasy 12,5%-ğa östı"));
  assert.deepEqual(failures, []);
  await context.close();
});

test("word card, by mouse and by keyboard alone", async () => {
  const { context, page, failures } = await open();
  await page.fill("#input", "Балалар мектепке барды.");
  await page.locator("[data-word=мектепке]").click();
  await page.locator("#card[open]").waitFor();
  assert.match(await page.locator("#card-body .reading").first().textContent(), /^мектеп зат есім.*барыс септік/);
  assert.match(await page.locator("#card-body").textContent(), /мектептер/);
  await page.keyboard.press("Escape");
  await page.focus("#input");
  for (let n = 0; n < 12 && !(await page.evaluate(() => document.activeElement.dataset.word)); n++) await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.word), "Балалар");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator("#card[open]").waitFor();
  assert.equal(await page.locator("#card-word").textContent(), "барды");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.word), "барды");
  assert.deepEqual(failures, []);
  await context.close();
});

test("repairs, languages, copying", async () => {
  const { context, page, failures } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.fill("#input", "қaзақ елі");
  await page.locator("#repairs").waitFor();
  assert.match(await page.locator("#repairs-list").textContent(), /a → а/);
  await page.click("#repair");
  await page.locator("#repairs").waitFor({ state: "hidden" });
  assert.equal(await page.inputValue("#input"), "қазақ елі");
  await settled(page, "latin-2021", "qazaq elı");
  // The button says so for a moment only.
  const said = page.evaluate(() => new Promise((resolve) => {
    const button = document.querySelector("[data-copy=latin-2021]");
    new MutationObserver(() => resolve(button.textContent)).observe(button, { childList: true });
  }));
  await page.click("[data-copy=latin-2021]");
  assert.equal(await said, "Көшірілді");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "qazaq elı");
  for (const [language, title] of [["ru", "Текст"], ["en", "Text"], ["kk", "Мәтін"]]) {
    await page.click(`[data-language=${language}]`);
    assert.equal(await page.locator("#input-title").textContent(), title);
    assert.equal(await page.getAttribute("html", "lang"), language);
  }
  // Every control has a name.
  // Nothing the page says is left in another language, in no state.
  await page.fill("#input", "Үйге 5% қaла.");
  await page.locator("#repairs").waitFor();
  await page.click("[data-language=ru]");
  assert.match(await page.locator("#scripts").textContent(), /^Кириллица.*Латиница, апрель 2021/);
  assert.match(await page.locator("#repairs-list").textContent(), /похожая буква/);
  assert.equal(await page.locator("mark[data-kind=percent]").getAttribute("title"), "процент: 5 %");
  await page.locator("[data-word=Үйге]").click();
  await page.locator("#card[open]").waitFor();
  assert.match(await page.locator("#card-body").textContent(), /существительное.*дательно-направительный.*Все формы.*единственное число/s);
  assert.doesNotMatch(await page.locator("#card-body .group").allTextContents().then((all) => all.join(" ")), /[a-z]{3}/i);
  await page.keyboard.press("Escape");
  const nameless = await page.locator("button, textarea").evaluateAll((all) => all.filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || one.getAttribute("aria-labelledby"))).length);
  assert.equal(nameless, 0);
  assert.deepEqual(failures, []);
  await context.close();
});

test("offline after the first load", async () => {
  const { context, page } = await open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  assert.match((await page.evaluate(() => caches.keys())).join(), /^qazaq-page-[0-9a-f]{12}$/);
  await context.setOffline(true);
  await page.reload();
  await page.fill("#input", "желісіз");
  await settled(page, "latin-2021", "jelısız");
  await page.locator("[data-word=желісіз]").click();
  await page.locator("#card[open]").waitFor();
  await context.close();
});

test("one file, opened from a disk", async () => {
  const context = await browser.newContext({ locale: "kk-KZ" });
  context.setDefaultTimeout(PATIENCE);
  await context.setOffline(true);
  const page = await context.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") failures.push(message.text()); });
  await page.goto(new URL("../pkg/page/qazaq.html", import.meta.url).href);
  await page.waitForFunction(() => document.querySelector("#out-latin-2021")?.textContent);
  await page.fill("#input", "дискіден 5%");
  await settled(page, "latin-2021", "diskıden 5%");
  await page.locator("[data-word=дискіден]").click();
  await page.locator("#card[open]").waitFor();
  assert.deepEqual(failures, []);
  await context.close();
});

test("the page script: text only, and what comes later", async () => {
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.route("**/mixed.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="kk"><title>т</title><body>
    <h1>Қазақ тілі</h1><p id="p">Мен <b>үйге</b> бардым. English text. https://қаз.kz/жол</p><pre id="code">қазақ = 1</pre>
    <input id="in" value="қазақ"><p id="no" translate="no">Қазақ</p><div contenteditable id="edit">қазақ</div><script>const қазақ = 1;</script>
    <script src="/qazaq-page.js" data-to="latin-2021"></script></body></html>` }));
  await page.goto(`${address}/mixed.html`);
  await page.locator("#qazaq-page-bar").waitFor();
  assert.equal(await page.locator("h1").textContent(), "Qazaq tılı");
  assert.equal(await page.locator("#p").textContent(), "Men üige bardym. English text. https://қаз.kz/жол");
  assert.equal(await page.locator("#p b").textContent(), "üige");
  for (const [id, text] of [["code", "қазақ = 1"], ["no", "Қазақ"], ["edit", "қазақ"]]) assert.equal(await page.locator(`#${id}`).textContent(), text);
  assert.equal(await page.inputValue("#in"), "қазақ");
  await page.evaluate(() => {
    const later = document.createElement("p");
    later.id = "later";
    later.textContent = "Кейін келді";
    document.body.append(later);
    document.querySelector("#p b").firstChild.data = "қалаға";
  });
  await page.waitForFunction(() => document.querySelector("#later").textContent === "Keiın keldı" && document.querySelector("#p b").textContent === "qalağa");
  await page.screenshot({ path: join(shots, "script-latin.png") });
  await page.click("#qazaq-page-bar button[value=arabic]");
  assert.match(await page.locator("h1").textContent(), /^قازاق/);
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  assert.equal(await page.locator("#code").evaluate((node) => getComputedStyle(node).direction), "ltr");
  await page.screenshot({ path: join(shots, "script-arabic.png") });
  await page.click("#qazaq-page-bar button[value=cyrillic]");
  assert.equal(await page.locator("#p").textContent(), "Мен қалаға бардым. English text. https://қаз.kz/жол");
  assert.equal(await page.getAttribute("html", "dir"), null);
  // Text that a script wrote while another alphabet was shown comes back as it was written.
  await page.evaluate(() => window.qazaqPage.show("latin-2018"));
  await page.evaluate(() => { document.querySelector("#later").textContent = "Үшінші"; });
  await page.waitForFunction(() => document.querySelector("#later").textContent === "Úshinshi");
  await page.evaluate(() => window.qazaqPage.stop());
  assert.equal(await page.locator("#later").textContent(), "Үшінші");
  assert.equal(await page.locator("#qazaq-page-bar").count(), 0);
  await context.close();
});

test("screenshots", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const [name, width] of [["wide", 1200], ["narrow", 390]]) {
      const { context, page } = await open({ colorScheme, viewport: { width, height: 850 } });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} page is ${overflow} px too wide`);
      await page.screenshot({ path: join(shots, `${colorScheme}-${name}.png`) });
      await page.locator("[data-word]").nth(3).click();
      await page.locator("#card[open]").waitFor();
      await page.screenshot({ path: join(shots, `${colorScheme}-${name}-card.png`) });
      await context.close();
    }
  }
});
