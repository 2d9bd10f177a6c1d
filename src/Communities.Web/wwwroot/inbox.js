// What a member is told of, how far they have read, and how much they want to hear.

import { $, $$, number, say } from "./common.js";

// The bell: how much has not been seen. The stream of a live page rings it; any other page listens while it is in sight.

const bell = $("[data-bell]");
if (bell) {
  const count = $("[data-count]", bell);
  const isLive = $("[data-live]") !== null;
  let stream = null;

  async function ring() {
    const answer = await fetch("/api/v1/inbox/count");
    if (!answer.ok) return;
    const { unseen } = await answer.json();
    const shown = count.hidden ? 0 : Number(count.dataset.count || 0);
    count.hidden = unseen === 0;
    count.dataset.count = unseen;
    const [figure, words] = count.children;
    figure.textContent = unseen >= 99 ? "99+" : number(unseen);
    words.textContent = say(unseen === 1 ? bell.dataset.one : bell.dataset.many, number(unseen));
    bell.classList.toggle("rings", unseen > shown);
  }

  function attend() {
    if (isLive || document.visibilityState !== "visible") {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource("/api/v1/inbox/live");
      stream.addEventListener("inbox", ring);
    }
  }

  attend();
  document.addEventListener("inbox", ring);
  document.addEventListener("visibilitychange", () => { attend(); if (document.visibilityState === "visible") ring(); });
  addEventListener("pagehide", () => { stream?.close(); stream = null; });
  addEventListener("pageshow", (event) => { if (event.persisted) { attend(); ring(); } });
}

// What was in sight has been read.

const reading = $("[data-reading]");
const posts = $("#posts");
if (reading && posts) {
  let known = Number(reading.dataset.upTo);
  let from = Infinity;
  let to = known;
  let waiting = 0;

  function tell() {
    clearTimeout(waiting);
    waiting = 0;
    if (to <= known) return;
    const body = JSON.stringify({ from: Math.min(from, to), to });
    known = to;
    from = Infinity;
    fetch(reading.dataset.reading, { method: "PUT", keepalive: true, headers: { "Content-Type": "application/json" }, body });
  }

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      const n = Number(entry.target.dataset.n);
      from = Math.min(from, n);
      to = Math.max(to, n);
      seen.unobserve(entry.target);
    }
    if (to > known) waiting ||= setTimeout(tell, 2000);
  }, { rootMargin: "0px 0px -15% 0px" });

  const watch = (post) => { if (post.dataset?.n) seen.observe(post); };
  $$(".post[data-n]", posts).forEach(watch);
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(watch)))
    .observe(posts, { childList: true });
  addEventListener("pagehide", tell);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") tell(); });

  for (const n of reading.dataset.bookmarks.split(" ").filter(Boolean)) document.getElementById(`p${n}`)?.classList.add("kept");
}

// A level is set as soon as it is chosen.

for (const form of $$("form[data-level]")) {
  const button = $("button", form);
  button.hidden = true;
  form.addEventListener("change", async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("_once", crypto.randomUUID()); // Each choice is another one.
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    const isDone = answer.type === "opaqueredirect";
    $("[role=status]", form).textContent = isDone ? form.dataset.saved : "";
    button.hidden = isDone;
  });
}
