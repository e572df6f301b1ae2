// In Node the module is there at once: the import is all, and `init` is for code that runs in browsers too.
import { readFileSync } from "node:fs";
import { initSync } from "./full/qazaq.js";

initSync({ module: readFileSync(new URL("./full/qazaq_bg.wasm", import.meta.url)) });
export * from "./full/qazaq.js";
export default async () => {};
