// What was open stays readable without a network, for whoever opened it and nobody else.

const ASSETS = "assets";
const PAGES = "pages";
const WHO = "/~reader"; // Whose pages are kept: nobody else is ever shown them.
const OFFLINE = "/offline";
const KEPT_MOST = 60;
const READ = /^\/(?:c\/[^/]+(?:\/threads\/[^/]+|\/members(?:\/[^/]+)?)?)?$/;

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const assets = await caches.open(ASSETS);
  const page = await fetch(OFFLINE, { credentials: "omit" });
  const html = await page.clone().text();
  await assets.put(OFFLINE, page);
  await assets.addAll([...new Set(html.match(/\/assets\/[^"#\s]+/g))]);
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method !== "GET") {
    // Whoever leaves takes along what was kept, before anything is asked.
    if (url.pathname === "/sign-out") event.respondWith(caches.delete(PAGES).then(() => fetch(request)));
    return;
  }
  if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(event, request, url));
});

async function asset(request) {
  const kept = await caches.match(request, { cacheName: ASSETS });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(ASSETS)).put(request, answer.clone());
  return answer;
}

// Pages come from the network as long as there is one.
async function page(event, request, url) {
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    return (READ.test(url.pathname) && await kept(url)) || caches.match(OFFLINE, { cacheName: ASSETS });
  }
  if ((answer.headers.get("content-type") ?? "").startsWith("text/html")) event.waitUntil(keep(url, answer.clone()));
  return answer;
}

function named(url) {
  const name = new URL(url);
  for (const passing of ["at-least", "done"]) name.searchParams.delete(passing);
  name.hash = "";
  return name.href;
}

async function keep(url, answer) {
  const html = await answer.text();
  const reader = html.match(/<body data-account="([^"]*)"/)?.[1] ?? "";
  let pages = await caches.open(PAGES);
  const before = await (await pages.match(WHO))?.text();
  if (before !== reader) {
    await caches.delete(PAGES);
    pages = await caches.open(PAGES);
    await pages.put(WHO, new Response(reader));
  }
  if (answer.status !== 200 || !READ.test(url.pathname)) return;
  const title = html.match(/<title>([^<]*)<\/title>/)?.[1] ?? "";
  const name = named(url);
  await pages.delete(name); // The latest stands last.
  await pages.put(name, new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "x-title": encodeURIComponent(title), "x-at": String(Date.now()),
      "content-security-policy": answer.headers.get("content-security-policy") ?? "default-src 'none'" },
  }));
  const keys = (await pages.keys()).filter((key) => new URL(key.url).pathname !== WHO);
  for (const old of keys.slice(0, Math.max(0, keys.length - KEPT_MOST))) await pages.delete(old);
}

// The page as it was, which says of itself when that was.
async function kept(url) {
  const page = await caches.match(named(url), { cacheName: PAGES });
  if (!page) return null;
  const html = (await page.text()).replace("<body ", `<body data-kept="${page.headers.get("x-at")}" `);
  return new Response(html, { headers: page.headers });
}

// What is pushed is shown, and leads where it says.

self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data?.json() ?? {};
  if (title) event.waitUntil(self.registration.showNotification(title, { body, tag, data: url }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data ?? "/inbox"));
});
