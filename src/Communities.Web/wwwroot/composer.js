// Writing: drafts, preview, tools, and replies without leaving the place.

import { $, $$, language, remember, say } from "./common.js";

// A draft is kept in this browser until it is sent.

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
