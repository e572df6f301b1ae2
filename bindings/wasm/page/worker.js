// Does the work off the page's thread, piece by piece, so that a new text can take over at any time.
import init, * as qazaq from "./qazaq.js";

// In the page of one file the module stands in the script.
const ready = init(globalThis.MODULE && { module_or_path: Uint8Array.from(atob(globalThis.MODULE), (c) => c.charCodeAt(0)) });
// Characters of a piece, and of what is shown of a long text.
const PIECE = 32768;
const SHOWN = 20000;
let latest = 0;
let results = new Map();

/** Pieces end at line breaks, else at spaces, never inside a pair of surrogates. */
function* pieces(text) {
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + PIECE, text.length);
    if (end < text.length) {
      const line = text.lastIndexOf("\n", end);
      const space = text.lastIndexOf(" ", end);
      if (line > at) end = line + 1;
      else if (space > at) end = space + 1;
      else if (/[\ud800-\udbff]/.test(text[end - 1])) end -= 1;
    }
    yield text.slice(at, end);
    at = end;
  }
}

const breathe = () => new Promise((resolve) => setTimeout(resolve));

async function work({ id, text }) {
  await ready;
  const current = () => id === latest;
  const found = qazaq.detect(text.slice(0, 4000));
  const alphabet = found?.alphabet ?? "unknown";
  const head = text.slice(0, SHOWN);
  const tagged = { tokens: qazaq.tokens(head), numbers: qazaq.numbers(head) };
  postMessage({ id, kind: "text", head, ...tagged, total: text.length, alphabet });
  const codes = ["cyrillic", ...qazaq.schemes().map((scheme) => scheme.code)];
  const made = new Map(codes.map((code) => [code, []]));
  const changes = [];
  let changed = 0, at = 0;
  for (const piece of pieces(text)) {
    const cyrillic = alphabet === "cyrillic" ? piece : qazaq.transliterate(piece, "cyrillic");
    for (const code of codes) made.get(code).push(code === "cyrillic" ? cyrillic : qazaq.transliterate(cyrillic, code, "cyrillic"));
    const some = qazaq.changes(piece);
    changed += some.length;
    changes.push(...some.slice(0, 50 - Math.min(50, changes.length)).map((change) => ({ ...change, start: change.start + at, end: change.end + at })));
    at += piece.length;
    if (at < text.length) {
      postMessage({ id, kind: "progress", part: at / text.length });
      await breathe();
      if (!current()) return;
    }
  }
  results = new Map([...made].map(([code, list]) => [code, list.join("")]));
  const shown = [...results].map(([code, whole]) => [code, whole.length > SHOWN ? whole.slice(0, 2000) + " …" : whole]);
  postMessage({ id, kind: "done", scripts: shown, changes, changed, total: text.length, alphabet });
}

function word(text) {
  const cyrillic = qazaq.detect(text)?.alphabet === "cyrillic" || /[\u0400-\u04ff]/.test(text) ? text : qazaq.transliterate(text, "cyrillic");
  const readings = qazaq.analyze(cyrillic);
  let paradigm = [];
  if (readings.length) {
    try { paradigm = qazaq.paradigm(readings[0].lemma, readings[0].upos); } catch { /* words without forms */ }
  }
  return { text, cyrillic, readings, paradigm };
}

addEventListener("message", async ({ data }) => {
  await ready;
  switch (data.kind) {
    case "schemes": postMessage({ kind: "schemes", schemes: qazaq.schemes() }); break;
    case "text": latest = data.id; await work(data); break;
    case "whole": postMessage({ kind: "whole", request: data.request, text: results.get(data.code) ?? "" }); break;
    case "word": postMessage({ kind: "word", ...word(data.text) }); break;
    case "repair": postMessage({ kind: "repaired", text: qazaq.normalize(data.text) }); break;
  }
});
