// Pages without a network: they are kept by sw.js, and say so.

import { $, language, say } from "./common.js";

const at = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "medium", timeStyle: "short" });
const note = $("#offline");

if (note && document.body.dataset.kept) {
  note.textContent = say(note.dataset.kept, at.format(new Date(Number(document.body.dataset.kept))));
  note.hidden = false;
}

// Once the site answers again, the page is what it would have been; a browser may think so too soon.
if (document.body.dataset.kept || $("#stored")) {
  const look = async () => {
    const answer = await fetch("/health/live", { cache: "no-store" }).catch(() => null);
    if (answer?.ok && !document.activeElement?.matches("textarea, input")) location.reload();
  };
  addEventListener("online", look);
  setInterval(look, 5_000);
}

// What can be read now, on the page that stands in for one that cannot.
const stored = $("#stored");
if (stored && "caches" in self) {
  const pages = await caches.open("pages");
  for (const request of (await pages.keys()).reverse()) {
    const title = (await pages.match(request)).headers.get("x-title");
    if (!title) continue;
    const decoded = new DOMParser().parseFromString(decodeURIComponent(title), "text/html").body.textContent;
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = decoded;
    const item = document.createElement("li");
    item.append(link);
    stored.append(item);
  }
  stored.hidden = stored.childElementCount === 0;
}

if ("serviceWorker" in navigator && isSecureContext) navigator.serviceWorker.register("/sw.js").catch(() => { /* Forbidden: pages need a network then. */ });
