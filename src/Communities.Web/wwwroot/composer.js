// Writing: drafts, preview, tools, and replies without leaving the place.

import { $, $$, language, remember, say } from "./common.js";
import "./suggest.js";

// What is written is kept in this browser at once, and on the site in each pause.

const clock = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { hour: "2-digit", minute: "2-digit" });
const keptAfter = 400;
const savedAfter = 2_000;

for (const form of $$("form[data-draft]")) keep(form);

function keep(form) {
  const key = `draft:${document.body.dataset.account}:${form.dataset.draft}`;
  const status = $("[data-saved]", form);
  const revision = $("input[name=draft]", form);
  const fields = $$("textarea[name=text], input[name=title], input[name=tags], select[name=category]", form);
  const replyTo = $("input[name=reply-to]", form);
  const written = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));
  let later, saving, savedText;

  for (const button of $$("[data-keep]", form)) button.hidden = true; // It is kept without asking.
  const local = JSON.parse(localStorage.getItem(key) ?? "null");
  if (local) {
    // The site has not heard of this: it goes on from what it had heard of, and so from nobody else's text.
    for (const field of fields) if (local[field.name]) field.value = local[field.name];
    if (revision) revision.value = local.revision ?? "";
  }
  if (local || fields.some((field) => field.value !== (field.defaultValue ?? field.value)))
    later = setTimeout(save, savedAfter); // Somebody wrote before this script was here.
  const details = form.closest("details");
  if (details && fields.some((field) => field.value !== "")) details.open ||= matchMedia("(min-width: 760px)").matches;

  async function save() {
    if (!revision) { // This browser alone keeps it.
      if (status) status.textContent = say(status.dataset.saved, clock.format(new Date()));
      return;
    }
    if (saving) { later = setTimeout(save, savedAfter); return; }
    const now = written();
    const body = JSON.stringify({
      text: now.text ?? "", title: now.title || null, category: now.category || null, tags: now.tags || null,
      replyTo: Number(replyTo?.value) || null, base: Number(revision.value) || null,
    });
    if (body === savedText) return;
    saving = fetch(form.dataset.draft, { method: "PUT", body, headers: { "Content-Type": "application/json" } });
    try {
      const answer = await saving;
      if (!answer.ok) throw new Error((await answer.json()).title);
      const saved = await answer.json();
      revision.value = saved.revision || "";
      savedText = body;
      if (JSON.stringify(written()) === JSON.stringify(now)) localStorage.removeItem(key);
      if (status) status.textContent = saved.revision ? say(status.dataset.saved, clock.format(new Date())) : "";
    } catch {
      if (status) status.textContent = form.dataset.unkept;
    } finally {
      saving = null;
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      remember(key, JSON.stringify({ ...written(), revision: revision?.value }));
      later = setTimeout(save, savedAfter - keptAfter);
    }, keptAfter);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(later);
    if (saving) revision.value = "*"; // What is being saved has a revision that nobody has heard of yet.
    if (event.submitter?.value === "post") sessionStorage.setItem("sent", key);
  });
}

// Preview: it goes with what is written, until it is put away.

const here = location.pathname.match(/^\/c\/([a-z0-9-]+)\//)?.[1] ?? "";
const previewAfter = 500;

async function preview(form, shown) {
  const body = new FormData();
  for (const hidden of $$("input[type=hidden]", form)) body.append(hidden.name, hidden.value);
  body.append("community", here);
  body.append("text", $(`[name="${shown.dataset.previewOf}"]`, form).value);
  const answer = await fetch("/preview", { method: "POST", body });
  if (answer.ok) $(".body", shown).innerHTML = await answer.text(); // Made by our own server from Markdown, as every post is.
  return answer.ok;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-preview]");
  if (!button) return;
  const shown = $("[data-preview-of]", button.form);
  event.preventDefault();
  if (!shown.hidden) { shown.hidden = true; button.ariaExpanded = "false"; return; }
  if (!await preview(button.form, shown)) { button.form.noValidate = true; button.form.requestSubmit(button); return; }
  shown.hidden = false;
  button.ariaExpanded = "true";
});

let previewLater;
document.addEventListener("input", (event) => {
  const shown = event.target.form && $(`[data-preview-of="${event.target.name}"]`, event.target.form);
  if (!shown || shown.hidden) return;
  clearTimeout(previewLater);
  previewLater = setTimeout(() => preview(event.target.form, shown), previewAfter);
});

// Tools

export function insert(text, made, select = false) {
  const { selectionStart: from, selectionEnd: to } = text;
  text.setRangeText(made, from, to, select ? "select" : "end");
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const tools of $$("[data-tools]")) {
  tools.hidden = false;
  const text = document.getElementById(tools.dataset.tools);
  tools.addEventListener("click", async (event) => {
    const tool = event.target.closest("button");
    if (!tool) return;
    const { wrap, line } = tool.dataset;
    if ("emoji" in tool.dataset) {
      const { pick } = await import("./emoji.js");
      pick(tool, (emoji) => insert(text, emoji));
      return;
    }
    if (!wrap && !line && !("link" in tool.dataset)) return; // Another script's.
    const { selectionStart: from, selectionEnd: to } = text;
    const chosen = text.value.slice(from, to);
    const made = wrap ? `${wrap}${chosen}${wrap}`
      : line ? chosen.split("\n").map((one) => line + one).join("\n")
      : `[${chosen}](https://)`;
    insert(text, made, chosen !== "");
    if (wrap && !chosen) text.setSelectionRange(from + wrap.length, from + wrap.length);
  });
}

// Threads about the same, while a title is written.

const title = $("input[data-similar]");
if (title) {
  const text = title.form.elements.text;
  const begins = 1000; // What a text is about stands at its beginning, and addresses are short.
  const said = () => new URLSearchParams({ title: title.value.trim(), text: text?.value.slice(0, begins).trim() ?? "" }).toString();
  let later, asked = said();
  const ask = async () => {
    const now = said();
    if (now === asked) return;
    asked = now;
    const answer = await fetch(`${title.dataset.similar}?${now}`);
    if (answer.ok && asked === now) $("#similar").innerHTML = await answer.text(); // A part of a page of our own.
  };
  for (const field of [title, text]) field?.addEventListener("input", () => { clearTimeout(later); later = setTimeout(ask, 600); });
  ask();
}

// What others write meanwhile: whoever is told of it here need not be stopped when sending.

const compose = $("#compose");
const meanwhile = $("#meanwhile");
let count = 0;
document.addEventListener("arrived", (event) => {
  if (!compose || !$("textarea", compose).value) return; // Nobody is writing.
  count += 1;
  const number = new Intl.NumberFormat(language).format(count);
  $("span", meanwhile).textContent = say(count === 1 ? meanwhile.dataset.one : meanwhile.dataset.many, number);
  const link = $("a", meanwhile);
  if (count === 1) link.href = `?post=${event.detail}`;
  meanwhile.hidden = false;
  $("input[name=seen]", compose).value = event.detail;
});
meanwhile?.addEventListener("click", (event) => {
  if (!event.target.closest("a") || !$("#arrivals a")) return;
  event.preventDefault(); // They are put into the page; what is being written stays.
  $("#arrivals a").click();
  meanwhile.hidden = true;
  count = 0;
});

// Reply and quote, without leaving the place.

const quoteOf = (post, part) => {
  const account = $(".by b a", post)?.getAttribute("href").split("/").at(-1);
  const { community, thread } = $("#posts").dataset;
  const head = `> [${account ? `@${account}` : "…"}](/c/${community}/threads/${thread}?post=${post.dataset.n}):`;
  return `${head}\n${part.trim().split("\n").map((one) => `> ${one}`.trimEnd()).join("\n")}\n\n`;
};

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
    text.value = `${text.value ? `${text.value.trimEnd()}\n\n` : ""}${quoteOf(post, part)}`;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (!post) return;
  text.focus();
  compose.scrollIntoView({ block: "nearest" });
});

// A quote of a post that stands on this page leads there without a new page.
document.addEventListener("click", (event) => {
  const source = event.target.closest("a.source");
  const posts = $("#posts");
  if (!source || !posts) return;
  const number = source.getAttribute("href").match(new RegExp(`/threads/${posts.dataset.thread}\\?post=(\\d+)$`))?.[1];
  if (!number || !document.getElementById(`p${number}`)) return;
  event.preventDefault();
  location.hash = `p${number}`;
});
