// Keeps the page for when there is no network. A version is kept whole and shown until the next one is there whole: files of two versions
// would not fit together. The build puts the version in place of its name.
const NAME = "qazaq-page-VERSION";
const FILES = ["./", "index.html", "style.css", "app.js", "labels.js", "words.js", "worker.js", "qazaq.js", "qazaq_bg.wasm", "qazaq-page.js"];

addEventListener("install", (event) => event.waitUntil(caches.open(NAME)
  .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))))
  .then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((name) => name.startsWith("qazaq-page-") && name !== NAME).map((name) => caches.delete(name))))
  .then(() => clients.claim())));
addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith(caches.open(NAME).then((cache) => cache.match(event.request, { ignoreSearch: true })).then((kept) => kept ?? fetch(event.request)));
});
