// What pages do besides: everything works without it.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const language = document.documentElement.lang;
const say = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, n) => values[n]);
const number = (n) => new Intl.NumberFormat(language === "en" ? "en-GB" : language).format(n);

// An address says once what came before it; a reload or a copy need not say it again.
const here = new URL(location.href);
for (const passing of ["at-least", "done"]) here.searchParams.delete(passing);
if (here.href !== location.href) history.replaceState(history.state, "", here);

// Times: the words grow older as the reader stays; the exact time becomes the reader's own.

const relative = new Intl.RelativeTimeFormat(language, { numeric: "always" });
const exact = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeStyle: "short" });
const units = [["minute", 60], ["hour", 3600], ["day", 86400]];

function ageTimes(within = document) {
  const now = Date.now();
  for (const time of $$("time[datetime]", within)) {
    const at = new Date(time.dateTime);
    const seconds = (at - now) / 1000;
    time.title = exact.format(at);
    if (Math.abs(seconds) < 60 || Math.abs(seconds) >= 7 * 86400) continue;
    const [unit, length] = units.findLast(([, length]) => Math.abs(seconds) >= length);
    time.textContent = relative.format(Math.trunc(seconds / length), unit);
  }
}

ageTimes();
setInterval(ageTimes, 60_000);

// Unread: this browser remembers how many posts of a thread it has shown.

const readKey = (thread) => `read:${thread}`;
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* Full or forbidden: nothing is lost but a convenience. */ } };

for (const row of $$("[data-rows] > [data-thread]")) {
  const seen = Number(localStorage.getItem(readKey(row.dataset.thread)));
  const fresh = Number(row.dataset.posts) - seen;
  if (!seen || fresh <= 0) continue;
  row.classList.add("unread");
  const badge = document.createElement("span");
  badge.className = "fresh";
  badge.textContent = say(row.parentElement.dataset.new, number(fresh));
  $(".count", row).append(" ", badge);
}

// A thread

const posts = $("#posts");
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
    if (!top || !where) return;
    const n = Number(top.target.dataset.n);
    where.textContent = say(where.dataset.where, number(n), number(last));
    track.value = n;
    const time = $("time", top.target);
    if (time) $("[data-month]").textContent = month.format(new Date(time.dateTime));
  }, { rootMargin: "-20% 0px -70% 0px" });
  $$(".post[data-n]").forEach((post) => watch.observe(post));

  async function fetchPost(n, version) {
    const answer = await fetch(`${address}/posts/${n}/part?at-least=${version ?? 0}`);
    if (!answer.ok) return null;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    ageTimes(part);
    return $("article", part);
  }

  function replacePost(part) {
    const present = part && document.getElementById(part.id);
    if (!present) return;
    const focused = present.contains(document.activeElement) ? document.activeElement.getAttribute("value") : null;
    present.replaceWith(part);
    watch.observe(part);
    if (focused) ($(`button[value="${CSS.escape(focused)}"]`, part) ?? part).focus?.();
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
    dialog.addEventListener("close", () => { dialog.remove(); more.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  });

  // What others write meanwhile waits under a bar: the page never moves by itself.
  const arrivals = $("#arrivals");
  let arrived = 0;
  function announce(n, version) {
    if (n <= last || known.has(n)) return;
    known.add(n);
    arrived += 1;
    const link = $("a", arrivals) ?? document.createElement("a");
    link.href = `${address}?post=${last + 1}`;
    link.textContent = say(arrived === 1 ? posts.dataset.one : posts.dataset.many, number(arrived));
    link.dataset.version = version;
    if (!link.isConnected) arrivals.append(link);
  }

  arrivals.addEventListener("click", async (event) => {
    const link = event.target.closest("a");
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

  const live = new EventSource(posts.dataset.live);
  live.addEventListener("change", async (event) => {
    const change = JSON.parse(event.data);
    if (change.kind === "thread.replied") announce(change.number, change.version);
    else if (change.number && document.getElementById(`p${change.number}`)) replacePost(await fetchPost(change.number, change.version));
  });
  live.addEventListener("reload", async () => {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = Number($("#posts", page)?.dataset.last);
    for (let n = last + 1; n <= now; n += 1) announce(n, 0);
  });
  addEventListener("pagehide", () => live.close());
}

// Writing: a draft is kept in this browser until it is sent.

const clock = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { hour: "2-digit", minute: "2-digit" });
for (const form of $$("form[data-draft]")) {
  const key = `draft:${document.body.dataset.account}:${form.dataset.draft}`;
  const saved = $("[data-saved]", form);
  const fields = $$("textarea, input[name=title], input[name=tags]", form);
  const isFresh = fields.every((field) => field.value === "");
  if (isFresh || form.dataset.draft.split("/").length === 3) {
    try {
      const draft = JSON.parse(localStorage.getItem(key) ?? "null");
      if (draft) for (const field of fields) if (draft[field.name]) field.value = draft[field.name];
      if (draft && form.closest("details")) form.closest("details").open ||= matchMedia("(min-width: 760px)").matches;
    } catch { localStorage.removeItem(key); }
  }
  let later;
  form.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      remember(key, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
      if (saved) saved.textContent = say(saved.dataset.saved, clock.format(new Date()));
    }, 400);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(later);
    if (event.submitter?.value !== "preview") sessionStorage.setItem("sent", key);
  });
}

// A draft is forgotten once its page has been left behind for another one, and so was taken.
const sent = sessionStorage.getItem("sent");
if (sent && !$(".note.bad")) localStorage.removeItem(sent);
sessionStorage.removeItem("sent");

document.addEventListener("click", async (event) => {
  const preview = event.target.closest("[data-preview]");
  if (!preview) return;
  const form = preview.form;
  const text = $("textarea", form);
  const shown = $(`[data-preview-of="${text.name}"]`, form);
  const body = new FormData();
  for (const hidden of $$("input[type=hidden]", form)) body.append(hidden.name, hidden.value);
  body.append("text", text.value);
  event.preventDefault();
  const answer = await fetch("/preview", { method: "POST", body });
  if (!answer.ok) { form.noValidate = true; form.requestSubmit(preview); return; }
  $(".body", shown).innerHTML = await answer.text(); // Made by our own server from Markdown, as every post is.
  shown.hidden = false;
});

for (const tools of $$("[data-tools]")) {
  tools.hidden = false;
  const text = document.getElementById(tools.dataset.tools);
  tools.addEventListener("click", (event) => {
    const tool = event.target.closest("button");
    if (!tool) return;
    const { selectionStart: from, selectionEnd: to } = text;
    const chosen = text.value.slice(from, to);
    const { wrap, line } = tool.dataset;
    const made = wrap ? `${wrap}${chosen}${wrap}`
      : line ? chosen.split("\n").map((one) => line + one).join("\n")
      : `[${chosen}](https://)`;
    text.setRangeText(made, from, to, chosen ? "select" : "end");
    if (wrap && !chosen) text.setSelectionRange(from + wrap.length, from + wrap.length);
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Reply and quote, without leaving the place.
const compose = $("#compose");
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="?reply="], a[href^="?quote="], [data-cancel-reply]');
  if (!link || !compose || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const replying = $("#replying");
  const post = link.closest(".post");
  const text = $("textarea", compose);
  compose.open = true;
  $("[name=reply-to]", compose).value = post?.dataset.n ?? "";
  replying.hidden = !post;
  if (post) $("[data-to]", replying).textContent = say($("[data-to]", replying).dataset.to, $(".by b", post).textContent);
  if (post && link.getAttribute("href").startsWith("?quote=")) {
    const selection = getSelection();
    const part = selection.toString() && post.contains(selection.anchorNode) ? selection.toString() : $(".body", post).innerText;
    const quoted = part.trim().split("\n").map((one) => `> ${one}`).join("\n");
    text.value = `${text.value ? `${text.value}\n\n` : ""}${quoted}\n\n`;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (!post) return;
  text.focus();
  compose.scrollIntoView({ block: "nearest" });
});

// Keys

let chosen = -1;
function choose(step) {
  const items = $$(".rows > li, .post[data-n], .hits > li");
  if (!items.length) return;
  chosen = Math.min(items.length - 1, Math.max(0, chosen + step));
  const item = items[chosen];
  const target = $("h3 a", item) ?? item;
  if (target === item) item.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && writing) { writing.blur(); if (compose?.open && matchMedia("(max-width: 759px)").matches) compose.open = false; return; }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && writing?.form) {
    event.preventDefault();
    writing.form.requestSubmit($("button.do", writing.form));
    return;
  }
  if (writing || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
  if (event.key === "j") choose(1);
  else if (event.key === "k") choose(-1);
  else if (event.key === "?") location.href = "/keys";
  else if (event.key === "/") { event.preventDefault(); const find = $(".find [type=search]"); if (find.offsetParent) find.focus(); else location.href = "/search"; }
  else if (event.key === "r") {
    const open = compose ? $("summary", compose) : $('a.do[href*="/new"]');
    if (!open) return;
    event.preventDefault();
    if (compose) { compose.open = true; $("textarea", compose).focus(); } else open.click();
  }
});
