// Makes one file of the page, pkg/page/qazaq.html, that needs no server: it opens from a disk as well. A page from a disk may load no
// modules, not even its own, so modules become functions.
import { readFileSync, writeFileSync } from "node:fs";

const page = new URL("pkg/page/", import.meta.url);
const read = (name) => readFileSync(new URL(name, page), "utf8");
/** A module as an object of what it exports; `last` says in its place what a list of exports at its end does. */
const module = (name, last = "") => {
  const source = read(name).replaceAll("import.meta.url", "undefined");
  const names = [...source.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, found]) => found);
  const body = source.replaceAll(/^export (?=const|function|class)/gm, "").replace(/^export \{.*\};$/m, "");
  return `(() => {\n${body}\nreturn { ${[...names, last].join(", ")} };\n})()`;
};
// What stands in a script must not end it.
const quoted = (text) => JSON.stringify(text).replaceAll("</", "<\\/");

const worker = read("worker.js")
  .replace('import init, * as qazaq from "./qazaq.js";', () => `const qazaq = ${module("qazaq.js", "init: __wbg_init")};\nconst { init } = qazaq;`);
const app = read("app.js")
  .replace('import * as labels from "./labels.js";', () => `const labels = ${module("labels.js")};`)
  .replace('import { SAMPLE, WORDS } from "./words.js";', () => `const { SAMPLE, WORDS } = ${module("words.js")};`);
const wasm = readFileSync(new URL("qazaq_bg.wasm", page)).toString("base64");
const start = `globalThis.makeWorker = () => new Worker(URL.createObjectURL(new Blob([${quoted(`globalThis.MODULE = "${wasm}";\n${worker}`)}], { type: "text/javascript" })));`;
const html = read("index.html")
  .replace('<link rel="stylesheet" href="style.css">', () => `<style>\n${read("style.css")}</style>`)
  .replace('<script type="module" src="app.js"></script>', () => `<script type="module">\n${start}\n${app}</script>`);
if (/src="|href="(?!data:)/.test(html.split("<script")[0]) || /^(import|export) /m.test(app + worker)) throw new Error("something is not in the file");
writeFileSync(new URL("qazaq.html", page), html);
