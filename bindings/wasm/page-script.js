// Shows a page in another alphabet and back. One script tag or bookmarklet; a bar at the foot of the page has the buttons.
//
//   <script src="qazaq-page.js" data-to="latin-2021" data-bar="yes"></script>
//
// `window.qazaqPage.show("arabic")`, `.show("cyrillic")` (as it was), `.stop()`. Only text nodes are touched: never code, inputs, addresses,
// nor what is marked translate="no" or contenteditable. Nodes that come later are shown in the chosen alphabet as well.

const SKIP = "code, pre, kbd, samp, var, script, style, noscript, textarea, input, select, option, svg, math, canvas, iframe, "
  + "[contenteditable]:not([contenteditable=false]), [translate=no], .notranslate, #qazaq-page-bar";
const ALPHABETS = [["cyrillic", "Қаз"], ["latin-2021", "Qaz"], ["arabic", "قاز"]];
const me = document.currentScript;
const bytes = Uint8Array.from(atob(module), (c) => c.charCodeAt(0));
wasm_bindgen.initSync({ module: bytes });

let shown = "cyrillic";
// What a node said before, and what we made of it: a change by others is told by the difference.
const known = new WeakMap();
const titles = new WeakMap();

const touchable = (node) => /\p{L}/u.test(node.data) && node.parentElement && !node.parentElement.closest(SKIP);

function convert(node) {
  const before = known.get(node);
  const original = before && before.made === node.data ? before.original : node.data;
  let made = original;
  if (shown !== "cyrillic" && /[\u0400-\u04ff]/.test(original)) made = wasm_bindgen.transliterate(original, shown, "cyrillic");
  known.set(node, { original, made });
  if (node.data !== made) node.data = made;
}

function walk(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    if (touchable(root)) convert(root);
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest(SKIP)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (touchable(walker.currentNode)) convert(walker.currentNode);
}

const observer = new MutationObserver((changes) => {
  observer.disconnect();
  for (const change of changes) {
    if (change.type === "characterData") walk(change.target);
    else change.addedNodes.forEach(walk);
  }
  watch();
});
const watch = () => observer.observe(document.body, { subtree: true, childList: true, characterData: true });

function show(alphabet) {
  if (!ALPHABETS.some(([code]) => code === alphabet) && !wasm_bindgen.schemes().some((scheme) => scheme.code === alphabet)) {
    throw new Error(`no such alphabet: ${alphabet}`);
  }
  shown = alphabet;
  observer.disconnect();
  walk(document.body);
  const html = document.documentElement;
  if (!titles.has(html)) titles.set(html, { lang: html.getAttribute("lang"), dir: html.getAttribute("dir") });
  const was = titles.get(html);
  const set = (name, value) => (value === null ? html.removeAttribute(name) : html.setAttribute(name, value));
  set("lang", alphabet === "cyrillic" ? was.lang : alphabet === "arabic" ? "kk-Arab" : "kk-Latn");
  set("dir", alphabet === "arabic" ? "rtl" : was.dir);
  document.querySelectorAll("#qazaq-page-bar button").forEach((button) => button.setAttribute("aria-pressed", button.value === alphabet));
  try { sessionStorage.setItem("qazaq-page", alphabet); } catch { /* not allowed here */ }
  watch();
}

// Code runs from left to right on a page that does not.
const STYLE = `html[dir=rtl] :is(pre, code, kbd, samp, svg, math) { direction: ltr; unicode-bidi: isolate; } html[dir=rtl] pre { text-align: left; }
#qazaq-page-bar button[aria-pressed=true] { background: #00677d !important; color: #fff !important; }`;

function bar() {
  const bar = document.createElement("div");
  bar.id = "qazaq-page-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Қазақ әліпбиі");
  bar.dir = "ltr";
  bar.style.cssText = "position:fixed;inset-block-end:12px;right:12px;z-index:2147483647;display:flex;gap:4px;padding:4px;"
    + "background:#fff;color:#111;border:1px solid #888;border-radius:8px;font:14px system-ui";
  for (const [code, name] of ALPHABETS) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", value: code, textContent: name });
    button.style.cssText = "font:inherit;color:inherit;background:none;border:1px solid #bbb;border-radius:5px;padding:4px 10px;min-height:32px;cursor:pointer";
    button.setAttribute("aria-pressed", code === shown);
    button.onclick = () => show(code);
    bar.append(button);
  }
  document.body.append(bar);
}

function start() {
  const style = document.createElement("style");
  style.id = "qazaq-page-style";
  style.textContent = STYLE;
  document.head.append(style);
  let wanted = me?.dataset.to;
  try { wanted = sessionStorage.getItem("qazaq-page") ?? wanted; } catch { /* not allowed here */ }
  if (me?.dataset.bar !== "no") bar();
  if (wanted) show(wanted);
}

window.qazaqPage = { show, stop: () => { show("cyrillic"); observer.disconnect(); document.querySelectorAll("#qazaq-page-bar, #qazaq-page-style").forEach((node) => node.remove()); } };
if (document.body) start();
else document.addEventListener("DOMContentLoaded", start);
