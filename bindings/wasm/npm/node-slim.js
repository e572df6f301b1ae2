// In Node the module is there at once: the import is all, and `init` is for code that runs in browsers too.
import { readFileSync } from "node:fs";
import { initSync } from "./slim/qazaq.js";

initSync({ module: readFileSync(new URL("./slim/qazaq_bg.wasm", import.meta.url)) });
export * from "./slim/qazaq.js";
export default async () => {};
