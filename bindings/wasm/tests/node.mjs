import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as qazaq from "../pkg/node.js";
import * as slim from "../pkg/node-slim.js";

test("letters, in both builds alike", () => {
  for (const build of [qazaq, slim]) {
    assert.equal(build.transliterate("Қазақстан Республикасы", "latin-2021"), "Qazaqstan Respublikasy");
    assert.equal(build.transliterate("Qazaqstan", "cyrillic", "latin-2021"), "Қазақстан");
    assert.equal(build.transliterate("قازاقستان", "cyrillic").toLowerCase(), "қазақстан");
    assert.equal(build.slug("Қазақстан – 2030"), "qazaqstan-2030");
    assert.equal(build.normalize("қaзақ"), "қазақ");
    assert.equal(build.normalize("и\u0306 Е\u0308 а\u030a"), "й Ё а\u030a");
    assert.equal(build.detect("Qazaqstan Respublikasynyñ ükımetı").alphabet, "latin-2021");
    assert.equal(build.detect("12"), undefined);
    assert.throws(() => build.transliterate("а", "klingon"), /klingon/);
    assert.equal(build.schemes().length, 15);
  }
});

test("both builds convert the samples alike, to every alphabet", () => {
  for (const name of ["news", "law"]) {
    let text;
    try { text = readFileSync(new URL(`../../../data/samples/${name}.txt`, import.meta.url), "utf8"); } catch { continue; }
    for (const { code } of qazaq.schemes()) {
      assert.equal(slim.transliterate(text, code, "cyrillic"), qazaq.transliterate(text, code, "cyrillic"), code);
    }
  }
});

test("offsets are UTF-16 units", () => {
  const text = "𐰴😀 88-і және қaзақ 12,5%-ға";
  for (const token of qazaq.tokens(text)) assert.equal(text.slice(token.start, token.end), token.text);
  const [change] = qazaq.changes(text);
  assert.equal(text.slice(change.start, change.end), "a");
  for (const number of qazaq.numbers(text)) assert.equal(text.slice(number.start, number.end), number.text);
  for (const tagged of qazaq.tag(text + ". Екінші 😀 сөйлем.").flat()) {
    assert.equal((text + ". Екінші 😀 сөйлем.").slice(tagged.start, tagged.end), tagged.text);
  }
  // A mark after its letter is a unit of its own.
  const marks = "😀 e\u0301 и\u0306 бес қaла коп tsarizm. 𐰴 екінші";
  for (const build of [qazaq, slim]) {
    for (const token of build.tokens(marks)) assert.equal(marks.slice(token.start, token.end), token.text);
    const changes = build.changes(marks);
    for (const original of ["и\u0306", "a"]) assert.ok(changes.some((change) => change.original === original), original);
    for (const change of changes) assert.equal(marks.slice(change.start, change.end), change.original);
  }
  for (const sentence of qazaq.sentences(marks)) assert.equal(marks.slice(sentence.start, sentence.end), sentence.text);
  for (const number of qazaq.numbers(marks)) assert.equal(marks.slice(number.start, number.end), number.text);
  for (const list of [qazaq.restorations(marks), qazaq.uncertain(marks, "latin-2021")]) {
    assert.ok(list.length);
    for (const found of list) assert.equal(marks.slice(found.start, found.end), found.word);
  }
  assert.throws(() => qazaq.parse("бес 😀 x"), /\(at 4\)/);
});

test("numbers", () => {
  const [percent] = qazaq.percentages("он сегіз бүтін оннан бір пайызға");
  assert.deepEqual([percent.value, percent.number, percent.unit, percent.suffix], ["18.1", 18.1, "%", "ға"]);
  assert.equal(qazaq.spell("88"), "сексен сегіз");
  assert.equal(qazaq.parse("сексен сегіз"), "88");
  assert.throws(() => qazaq.parse("сексен алма"), /алма/);
  assert.equal(qazaq.verbalize("18,1%-ға"), "он сегіз бүтін оннан бір пайызға");
  assert.equal(qazaq.digitize("елу процентке"), "50%-ке");
  assert.equal(qazaq.withSuffix("88", "dative"), "88-ге");
  assert.throws(() => qazaq.withSuffix("88", "klingon"), /klingon/);
});

test("words", () => {
  assert.equal(qazaq.stem("кітаптарымызға"), "кітап");
  assert.equal(qazaq.lemma("барып"), "бар");
  const [reading] = qazaq.analyze("үйлерімізге");
  assert.equal(reading.lemma, "үй");
  assert.equal(reading.features.Case, "Dat");
  assert.equal(reading.morphemes.map((piece) => piece.text).join(""), "үйлерімізге");
  assert.equal(qazaq.inflect("кітап", "Case=Dat|Number=Plur")[0].text, "кітаптарға");
  assert.ok(qazaq.paradigm("үй", "NOUN").length > 5);
  assert.ok(qazaq.restore("казакстан").startsWith("қазақстан"));
});

test("words of one's own", () => {
  const lexicon = new qazaq.Lexicon("блокчейн\tNOUN\nгуглде\tVERB\n");
  assert.equal(lexicon.lemma("гуглдедім"), "гуглде");
  assert.equal(lexicon.analyze("блокчейнге")[0].provenance, "lexicon");
  assert.throws(() => new qazaq.Lexicon("дұрыс\tNOUN\nбұрыс\tFOO\n"), /line 2/);
  assert.equal(qazaq.repairLegacyFont("Ќазаќстан"), "Қазақстан");
});

test("hostile input", () => {
  for (const text of ["", "\u0000", "\ud800", "а\u200b".repeat(50000), "\u0301".repeat(50000), "9".repeat(50000), "👩‍👩‍👧".repeat(5000)]) {
    for (const f of [qazaq.normalize, qazaq.slug, qazaq.tokens, qazaq.numbers, qazaq.restore, slim.normalize, slim.tokens]) f(text);
    qazaq.transliterate(text, "arabic");
  }
});
