// Compiled only: what TypeScript sees of the package.
import init, { analyze, numbers, schemes, transliterate, type FoundNumber, type Reading, type SchemeInfo } from "../pkg/full/qazaq.js";

await init();
const latin: string = transliterate("қазақ", "latin-2021");
const found: FoundNumber[] = numbers("он бес");
const readings: Reading[] = analyze("үйлер");
const all: SchemeInfo[] = schemes();
export { all, found, latin, readings };
