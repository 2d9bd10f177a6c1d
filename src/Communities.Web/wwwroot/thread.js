// A thread: where the reader is, reactions in place, and what others write meanwhile.

import { $, $$, ageTimes, language, listen, number, readKey, remember, say } from "./common.js";

const posts = $("#posts");

// An address may name a post that is in another thread by now: only the browser knows what stands behind its #.
function followMoved() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  const moved = named && $("[data-moved]", named);
  if (moved) location.replace(moved.href);
}

const came = new URL(location.href);
const was = came.searchParams.get("was");
if (posts && was && /^[0-9a-z]{16}$/.test(was)) {
  const named = /^#p(\d+)$/.exec(location.hash);
  if (named) location.replace(`${was}?post=${named[1]}`);
  else {
    came.searchParams.delete("was");
    history.replaceState(history.state, "", came);
    document.getElementById(`from-${was}`)?.scrollIntoView();
  }
}
followMoved();
addEventListener("hashchange", followMoved);

if (posts) {
  const thread = `${posts.dataset.community}/${posts.dataset.thread}`;
  const address = `/c/${posts.dataset.community}/threads/${posts.dataset.thread}`;
  let last = Number(posts.dataset.last);
  const known = new Set();
  const isLastPage = posts.dataset.page === posts.dataset.pages;
  if (isLastPage) remember(readKey(thread), last);

  // Where the reader is.
  const where = $("[data-where]");
  const track = $(".track");
  const month = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { month: "long", year: "numeric", timeZone: "UTC" });
  const watch = new IntersectionObserver((seen) => {
    const top = seen.find((entry) => entry.isIntersecting);
    if (!top?.target.dataset.n || !where) return; // What was taken away meanwhile has no number to stand at.
    const n = Number(top.target.dataset.n);
    where.textContent = say(where.dataset.where, number(n), number(last));
    track.value = n;
    const time = $("time", top.target);
    if (time) $("[data-month]").textContent = month.format(new Date(time.dateTime));
  }, { rootMargin: "-20% 0px -70% 0px" });
  $$(".post[data-n]").forEach((post) => watch.observe(post));

  async function fetchPost(n, version) {
    const answer = await fetch(`${address}/posts/${n}/part?at-least=${version ?? 0}`);
    if (!answer.ok || answer.redirected) return null; // Gone, or in another thread.
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    ageTimes(part);
    return $("article", part);
  }

  function replacePost(part) {
    const present = part && document.getElementById(part.id);
    if (!present) return;
    const [poll, known] = [$(".poll", part), $(".poll", present)];
    if (poll && known) poll.replaceWith(known); // Somebody may be choosing; polls.js brings what is new.
    const parts = (post) => $$("a[href], button, summary", post);
    const focused = parts(present).indexOf(document.activeElement);
    const value = document.activeElement?.getAttribute("value");
    present.replaceWith(part);
    watch.observe(part);
    if (focused >= 0) (value && $(`button[value="${CSS.escape(value)}"]`, part) || parts(part)[focused])?.focus();
  }

  // Reactions, without leaving the place.
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (form.id !== "react" || !submitter) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, submitter)); // Before it is disabled: then it would not count.
    submitter.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Part": "post" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const part = new DOMParser().parseFromString(await answer.text(), "text/html");
      ageTimes(part);
      submitter.closest("dialog")?.close();
      submitter.disabled = false;
      replacePost($("article", part));
    } catch {
      submitter.disabled = false;
      submitter.title = posts.dataset.failed;
      submitter.textContent = posts.dataset.failed;
    }
  });

  // More about a post, over the thread.
  document.addEventListener("click", async (event) => {
    const more = event.target.closest("[data-more]");
    if (!more || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const answer = await fetch(more.href);
    if (!answer.ok) { location.href = more.href; return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const dialog = document.createElement("dialog");
    dialog.className = "over";
    dialog.append($("#more", page));
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.autofocus = true;
    close.setAttribute("aria-label", "×");
    close.textContent = "×";
    close.addEventListener("click", () => dialog.close());
    dialog.prepend(close);
    dialog.addEventListener("click", (on) => { if (on.target === dialog) dialog.close(); });
    const post = more.closest(".post")?.id; // It may be another element by then: what happened to it is shown at once.
    dialog.addEventListener("close", () => {
      dialog.remove();
      (more.isConnected ? more : $(`#${post} [data-more]`))?.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  });

  // What others write meanwhile waits under a bar: the page never moves by itself.
  const arrivals = $("#arrivals");
  let arrived = 0;
  function announce(n, version) {
    if (n <= last || known.has(n)) return;
    known.add(n);
    document.dispatchEvent(new CustomEvent("arrived", { detail: n }));
    arrived += 1;
    const link = $("a:not([data-changed])", arrivals) ?? document.createElement("a");
    link.href = `${address}?post=${last + 1}`;
    link.textContent = say(arrived === 1 ? posts.dataset.one : posts.dataset.many, number(arrived));
    link.dataset.version = version;
    if (!link.isConnected) arrivals.append(link);
  }

  arrivals.addEventListener("click", async (event) => {
    const link = event.target.closest("a:not([data-changed])");
    if (!link || !isLastPage || Math.max(...known) > Number(posts.dataset.pages) * 50) return;
    event.preventDefault();
    const waiting = [...known].sort((a, b) => a - b);
    const parts = await Promise.all(waiting.map((n) => fetchPost(n, link.dataset.version)));
    if (parts.some((part) => part === null)) { location.href = link.href; return; }
    for (const part of parts) {
      part.classList.add("arrived");
      posts.append(part);
      watch.observe(part);
    }
    known.clear();
    arrived = 0;
    last = waiting.at(-1);
    remember(readKey(thread), last);
    arrivals.replaceChildren();
    parts[0].scrollIntoView({ block: "start" });
    parts[0].tabIndex = -1;
    parts[0].focus({ preventScroll: true });
  });

  // What happens to a post many times in a moment is read once.
  const stale = new Map();
  function refresh(n, version) {
    if (!n || !document.getElementById(`p${n}`)) return;
    if (!stale.has(n)) setTimeout(async () => {
      const seen = stale.get(n);
      stale.delete(n);
      replacePost(await fetchPost(n, seen));
    }, 150);
    stale.set(n, version);
  }

  // Posts that leave stay on a page that is open; who wants to sees it without them.
  function tellChanged(version) {
    const link = document.createElement("a");
    link.href = `${address}?page=${posts.dataset.page}&at-least=${version}`;
    link.textContent = posts.dataset.changed;
    link.dataset.changed = "";
    if (!$("[data-changed]", arrivals)) arrivals.prepend(link);
  }

  listen(posts.dataset.live, {
    change(event) {
      const change = JSON.parse(event.data);
      document.dispatchEvent(new CustomEvent("live", { detail: change }));
      if (change.kind === "thread.replied") announce(change.number, change.version);
      else if (change.kind === "thread.published" && change.number > last) announce(change.number, change.version);
      else if (change.kind === "thread.published") tellChanged(change.version);
      else if (change.kind === "thread.received") for (let n = last + 1; n <= change.number; n += 1) announce(n, change.version);
      else if (change.kind === "thread.posts-moved" || change.kind === "thread.merged") tellChanged(change.version);
      else if (!change.poll) refresh(change.number, change.version);
    },
    presence: (event) => document.dispatchEvent(new CustomEvent("presence", { detail: JSON.parse(event.data) })),
    async reload() {
      const answer = await fetch(address);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = Number($("#posts", page)?.dataset.last);
      for (let n = last + 1; n <= now; n += 1) announce(n, 0);
    },
  });
}
