// Compiled only: what TypeScript sees of the installed package.
import init, { analyze, Lexicon, numbers, schemes, tag, transliterate, type FoundNumber, type Reading, type SchemeInfo, type Tagged } from "qazaq";
import { normalize, type NormalizeOptions } from "qazaq/slim";

await init();
const latin: string = transliterate("қазақ", "latin-2021");
const found: FoundNumber[] = numbers("он бес");
const readings: Reading[] = analyze("үйлер");
const all: SchemeInfo[] = schemes();
const sentences: Tagged[][] = tag("Үй.");
const own: Reading[] = new Lexicon("блокчейн\tNOUN").analyze("блокчейнге");
const options: NormalizeOptions = { quotes: true };
const clean: string = normalize("қaзақ", options);
// @ts-expect-error: text is wanted.
analyze(5);
export { all, clean, found, latin, own, readings, sentences };
