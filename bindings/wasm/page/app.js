// The page: shows what the worker finds. No linguistic logic is here.
import * as labels from "./labels.js";
import { SAMPLE, WORDS } from "./words.js";

const $ = (id) => document.getElementById(id);
// In the page of one file there is no other file to load.
const worker = globalThis.makeWorker?.() ?? new Worker("worker.js", { type: "module" });
// What is kept between visits, where the browser allows it.
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not allowed here */ } };
const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
let language = kept("language") ?? navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS) ?? "kk";
let id = 0;
let last = null;
let requests = 0;
const waiting = new Map();
const say = (key, ...args) => (typeof WORDS[language][key] === "function" ? WORDS[language][key](...args) : WORDS[language][key]);
const element = (name, fields = {}, ...children) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
};

function speak(to) {
  language = to in WORDS ? to : "kk";
  keep("language", language);
  document.documentElement.lang = language;
  document.querySelectorAll("[data-i18n]").forEach((node) => { node.textContent = say(node.dataset.i18n); });
  document.querySelectorAll("[data-language]").forEach((button) => button.setAttribute("aria-pressed", button.dataset.language === language));
  document.querySelectorAll("[data-copy]").forEach((button) => { button.textContent = say("copy"); });
  document.querySelectorAll("[data-download]").forEach((button) => { button.textContent = say("download"); });
  document.querySelectorAll("[data-scheme]").forEach((node) => { node.textContent = labels.scheme(language, node.dataset.scheme, node.title); });
  document.querySelectorAll("[data-lossless]").forEach((node) => { node.title = say("lossless"); });
  if (last) { showText(last); status(); showRepairs(); }
}

// The alphabets.
const boxes = new Map();
function showSchemes(schemes) {
  // Those that are asked for most come first.
  const place = (scheme) => ["latin-2021", "arabic", "latin-2018", "latin-2017"].indexOf(scheme.code) >>> 0;
  const all = [{ code: "cyrillic", title: "Кирилл", lossless: true }, ...schemes.toSorted((a, b) => place(a) - place(b))];
  for (const { code, title, lossless, source = "" } of all) {
    const out = element("pre", { id: `out-${code}`, tabIndex: 0 });
    out.setAttribute("aria-labelledby", `name-${code}`);
    out.lang = code === "arabic" ? "kk-Arab" : code === "cyrillic" ? "kk" : "kk-Latn";
    if (code === "arabic") out.dir = "rtl";
    const copy = element("button", { type: "button", textContent: say("copy"), onclick: async () => {
      await copyText(await whole(code));
      copy.textContent = say("copied");
      setTimeout(() => { copy.textContent = say("copy"); }, 1500);
    } });
    copy.dataset.copy = code;
    const download = element("button", { type: "button", textContent: say("download"), onclick: async () => {
      const url = URL.createObjectURL(new Blob([await whole(code)], { type: "text/plain;charset=utf-8" }));
      element("a", { href: url, download: `qazaq-${code}.txt` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    } });
    download.dataset.download = code;
    const name = element("h3", { id: `name-${code}`, textContent: labels.scheme(language, code, title), title });
    name.dataset.scheme = code;
    const about = element("small", { textContent: code, title: source });
    if (lossless) {
      const mark = element("span", { textContent: " ↔", title: say("lossless") });
      mark.dataset.lossless = "yes";
      about.append(mark);
    }
    $("scripts").append(element("div", { className: "script" }, name, about, out, element("div", { className: "row" }, copy, download)));
    boxes.set(code, out);
  }
}

async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // A page that did not come over https has no clipboard of that kind.
  const box = element("textarea", { value: text });
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}

const whole = (code) => new Promise((resolve) => {
  waiting.set(++requests, resolve);
  worker.postMessage({ kind: "whole", code, request: requests });
});

// The text with its words and numbers.
function showText({ head, tokens, numbers, total }) {
  const text = $("text");
  const parts = document.createDocumentFragment();
  let at = 0, next = 0, box = parts, boxEnd = Infinity;
  const plain = (to) => { if (to > at) box.append(head.slice(at, to)); at = Math.max(at, to); };
  for (const token of tokens) {
    if (token.start >= boxEnd) { plain(boxEnd); box = parts; boxEnd = Infinity; }
    while (next < numbers.length && numbers[next].end <= token.start) next++;
    const number = numbers[next];
    if (box === parts && number && number.start <= token.start && token.start < number.end) {
      plain(number.start);
      const mark = element("mark", { title: `${say("kinds")[number.kind] ?? number.kind}: ${number.value}${number.unit ? " " + number.unit : ""}` });
      mark.dataset.kind = number.kind;
      parts.append(mark);
      box = mark;
      boxEnd = number.end;
    }
    plain(token.start);
    if (token.kind === "word") {
      const word = element("span", { textContent: token.text, tabIndex: -1 });
      word.dataset.word = token.text;
      word.setAttribute("role", "button");
      box.append(word);
      at = token.end;
    } else plain(token.end);
  }
  if (boxEnd !== Infinity) { plain(boxEnd); box = parts; }
  plain(head.length);
  text.replaceChildren(parts);
  const first = text.querySelector("[data-word]");
  if (first) first.tabIndex = 0;
  $("more").hidden = total <= head.length;
  $("more").textContent = say("more", head.length, total);
  showNumbers(numbers);
}

function showNumbers(numbers) {
  const head = element("tr");
  for (const key of ["piece", "kind", "value", "unit"]) head.append(element("th", { textContent: say(key), scope: "col" }));
  $("numbers").tHead.replaceChildren(head);
  $("numbers").tBodies[0].replaceChildren(...numbers.slice(0, 200).map((number) => element("tr", {},
    ...[number.text, say("kinds")[number.kind] ?? number.kind, number.value, number.unit ?? ""].map((cell) => element("td", { textContent: cell })))));
}

function status() {
  if (!last) return;
  const alphabet = last.alphabet === "unknown" ? say("unknown") : labels.scheme(language, last.alphabet);
  $("status").textContent = last.done ? (last.total ? say("done", last.total, alphabet) : "") : say("working");
}

function showRepairs() {
  const changes = last?.changes ?? [];
  $("repairs").hidden = !changes.length;
  $("repairs-summary").textContent = say("repairs", last?.changed ?? 0);
  const visible = (text) => [...text].map((c) => (/[\p{Cf}\p{Cc}\p{Zs}\p{M}]/u.test(c) ? "U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") : c)).join("") || "∅";
  $("repairs-list").replaceChildren(...changes.map((change) => {
    const around = $("input").value.slice(Math.max(0, change.start - 12), change.end + 12);
    return element("li", { textContent: `${visible(change.original)} → ${visible(change.replacement)} (${labels.reason(language, change.reason)}) — …${around}…` });
  }));
}

// The card of a word.
const pairs = (features) => Object.entries(features).map(([name, value]) => `${name}=${value}`);

function showReading(reading) {
  const from = labels.provenance(language, reading.provenance);
  return element("div", { className: "reading" },
    element("p", {}, element("strong", { textContent: reading.lemma, lang: "kk" }), ` ${labels.partOfSpeech(language, reading.upos)}${from ? ` (${from})` : ""}`),
    element("p", { className: "pieces", lang: "kk" }, ...reading.morphemes.map((piece) => element("span", {}, element("b", { textContent: piece.text }), element("small", { textContent: labels.morpheme(language, piece.name) })))),
    element("p", { className: "features", textContent: labels.features(language, pairs(reading.features)), title: pairs(reading.features).join("|") }));
}

// A group of forms says once what its rows have in common.
function showGroup(rows) {
  const all = rows.map(({ forms }) => pairs(forms[0].features));
  const common = all[0].filter((pair) => rows.length > 1 && all.every((one) => one.includes(pair)));
  const lines = rows.map(({ forms }, row) => element("tr", {},
    element("th", { scope: "row", textContent: rows.length > 1 ? labels.features(language, all[row].filter((pair) => !common.includes(pair))) : "" }),
    element("td", { lang: "kk", textContent: [...new Set(forms.map((form) => form.text))].join(" / "), title: all[row].join("|") })));
  return element("section", { className: "group" }, element("h4", { textContent: labels.group(language, rows[0].group) }), element("table", {}, element("tbody", {}, ...lines)));
}

function showWord({ text, readings, paradigm }) {
  $("card-word").textContent = text;
  const body = readings.length ? [element("div", { className: "readings" }, ...readings.slice(0, 8).map(showReading))] : [element("p", { textContent: say("none") })];
  if (paradigm.length) {
    const groups = new Map();
    for (const row of paradigm) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
    body.push(element("h3", { textContent: say("paradigm") }), element("div", { className: "groups" }, ...[...groups.values()].map(showGroup)));
  }
  $("card-body").replaceChildren(...body);
  if (!$("card").open) $("card").showModal();
  $("card").scrollTop = 0;
}

worker.addEventListener("message", ({ data }) => {
  if (data.kind === "schemes") { showSchemes(data.schemes); update(0); return; }
  if (data.kind === "whole") { waiting.get(data.request)?.(data.text); waiting.delete(data.request); return; }
  if (data.kind === "word") { showWord(data); return; }
  if (data.kind === "repaired") { $("input").value = data.text; update(0); return; }
  // Of a text that is no longer the one.
  if (data.id !== id) return;
  if (data.kind === "text") { last = { ...data, done: false }; showText(data); status(); }
  if (data.kind === "progress") { $("progress").hidden = false; $("progress").value = data.part; }
  if (data.kind === "done") {
    $("progress").hidden = true;
    last = { ...last, ...data, done: true };
    for (const [code, text] of data.scripts) boxes.get(code).textContent = text;
    status();
    showRepairs();
  }
});

let timer;
function update(after = 60) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    id += 1;
    $("status").textContent = say("working");
    worker.postMessage({ kind: "text", id, text: $("input").value });
    if ($("input").value.length < 100000) keep("text", $("input").value);
  }, after);
}

$("input").addEventListener("input", () => update());
$("sample").onclick = () => { $("input").value = SAMPLE; update(0); };
$("clear").onclick = () => { $("input").value = ""; update(0); $("input").focus(); };
$("repair").onclick = () => worker.postMessage({ kind: "repair", text: $("input").value });
$("languages").onclick = ({ target }) => { if (target.dataset.language) speak(target.dataset.language); };
$("text").addEventListener("click", ({ target }) => { if (target.dataset.word) worker.postMessage({ kind: "word", text: target.dataset.word }); });
$("text").addEventListener("keydown", (event) => {
  const words = [...$("text").querySelectorAll("[data-word]")];
  const here = words.indexOf(document.activeElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -here, End: words.length - 1 - here }[event.key];
  if (here < 0) return;
  if (step !== undefined) {
    const to = words[Math.min(words.length - 1, Math.max(0, here + step))];
    words[here].tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
    event.preventDefault();
  } else if (event.key === "Enter" || event.key === " ") {
    worker.postMessage({ kind: "word", text: words[here].dataset.word });
    event.preventDefault();
  }
});

speak(language);
$("input").value = kept("text") ?? SAMPLE;
worker.postMessage({ kind: "schemes" });
if ("serviceWorker" in navigator && !globalThis.makeWorker) navigator.serviceWorker.register("offline.js");
