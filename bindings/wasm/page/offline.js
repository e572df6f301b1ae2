// Keeps the page for when there is no network: what is here is shown at once and renewed behind the scenes.
const NAME = "qazaq-page";
const FILES = ["./", "index.html", "style.css", "app.js", "words.js", "worker.js", "qazaq.js", "qazaq_bg.wasm", "qazaq-page.js"];

addEventListener("install", (event) => event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith(caches.open(NAME).then(async (cache) => {
    const kept = await cache.match(event.request, { ignoreSearch: true });
    const fresh = fetch(event.request).then((answer) => {
      if (answer.ok) cache.put(event.request, answer.clone());
      return answer;
    });
    if (!kept) return fresh;
    fresh.catch(() => {});
    return kept;
  }));
});
