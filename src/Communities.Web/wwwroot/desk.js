// The moderators' desk: the list and the case are worked by keys, and tell what other moderators do meanwhile.

import { $, $$, ageTimes, number } from "./common.js";

const state = $("#state");
const queue = $(".queue");
const desk = $("#desk") ?? state;

// The list

if (queue) {
  const chosen = $("[data-chosen]");
  const count = () => { if (chosen) chosen.textContent = number($$(".pick :checked", queue).length); };
  queue.addEventListener("change", count);
  count();
}

for (const form of $$("form.filters")) {
  $("button", form).hidden = true;
  form.addEventListener("change", () => form.requestSubmit());
}

// The case

const template = $("#template");
if (template) {
  $("button[value=template]").hidden = true;
  template.addEventListener("change", () => {
    const said = template.selectedOptions[0]?.dataset.text;
    if (!said) return;
    const text = $("#text");
    text.value = text.value.trim() ? `${text.value.trim()}\n\n${said}` : said;
    text.focus();
  });
}

// What will be read is shown beside the form as it stands.
const preview = $("button[value=preview]");
preview?.addEventListener("click", async (event) => {
  event.preventDefault();
  const form = preview.form;
  const body = new URLSearchParams(new FormData(form, preview));
  body.set("_once", crypto.randomUUID());
  const answer = await fetch(form.action, { method: "POST", body });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = $("#reads", page);
  if (!part) return;
  $("#reads")?.remove();
  form.after(part);
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: "nearest" });
});

// Live: a list says that it has changed; a case shows who works on it, and says when it is no longer what was read.

let wanted = false;
let busy = false;
async function lookAgain() {
  if (busy || !wanted || document.hidden) return;
  busy = true;
  wanted = false;
  try {
    const answer = await fetch($("#state").dataset.state);
    if (!answer.ok) return;
    const part = $("#state", new DOMParser().parseFromString(await answer.text(), "text/html"));
    const present = $("#state");
    if (!part || part.textContent === present.textContent) return;
    ageTimes(part);
    const isFocused = present.contains(document.activeElement);
    present.replaceWith(part);
    if (isFocused) $("button", part)?.focus();
    if (part.dataset.version !== present.dataset.version) warn(part);
  } finally {
    busy = false;
    if (wanted) lookAgain();
  }
}

function warn(part) {
  if ($("#changed")) return;
  const note = document.createElement("p");
  note.id = "changed";
  note.className = "note wait";
  note.setAttribute("role", "status");
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = part.dataset.anew;
  note.append(`${part.dataset.changed} `, link);
  part.after(note);
}

function announce() {
  const bar = $("#arrivals");
  if (!bar || $("a", bar)) return;
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = bar.dataset.changed;
  bar.append(link);
}

if (desk?.dataset.desk) {
  const live = new EventSource(desk.dataset.desk);
  const id = location.pathname.split("/").at(-1);
  live.addEventListener("case", (event) => {
    const [which, version] = event.data.split(" ");
    if (!state) announce();
    else if (!which || (which === id && Number(version) > Number($("#state").dataset.version))) { wanted = true; lookAgain(); }
  });
  // What has just been done may have shown before this page could hear of it.
  if (state && $(".note.good")) live.addEventListener("open", () => { wanted = true; lookAgain(); });
  document.addEventListener("visibilitychange", lookAgain);
  addEventListener("pagehide", () => live.close());
}

// Keys, besides those of all pages.

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (queue && key === "x") {
    const row = document.activeElement.closest(".queue > li") ?? $(".queue > li");
    const pick = $(".pick input", row);
    pick?.click();
    $("h2 a", row)?.focus();
  } else if (state && (key === "j" || key === "k")) {
    const cases = $$(".next [data-case]");
    const at = cases.findIndex((link) => link.getAttribute("aria-current"));
    const to = cases[key === "j" ? at + 1 : at - 1];
    if (to) location.href = to.href;
  } else if (state && key === "c") $("[data-key=c]")?.click();
  else if (state && key === "d") {
    event.preventDefault();
    $("#decide input")?.focus();
    $("#decide")?.scrollIntoView({ block: "start" });
  } else if (state && key === "u") location.href = $("#state").dataset.list;
});
