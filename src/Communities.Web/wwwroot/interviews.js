// An interview: questions, votes and answers as they come, without losing what somebody writes.

import { $, $$, ageTimes, listen } from "./common.js";

const Pause = 700; // Many vote at once; a page asks for the questions at most so often, in milliseconds.
let section = $("#questions");
let busy = false;
let wanted = 0;

// Who writes an answer is not disturbed.
const isWriting = () => $$("textarea", section).some((box) => box.value !== box.defaultValue)
  || section.contains(document.activeElement) && document.activeElement.matches("textarea");

function put(html, voted) {
  const part = $("#questions", new DOMParser().parseFromString(html, "text/html"));
  if (!part) return;
  ageTimes(part);
  const open = $$("details[open]", section).map((details) => details.closest("li")?.id);
  const focused = voted ?? document.activeElement?.closest("li")?.id;
  section.replaceWith(part);
  section = part;
  for (const id of open) $("details", document.getElementById(id) ?? part)?.setAttribute("open", "");
  if (focused) $(`#${focused} :is(button, summary)`, part)?.focus({ preventScroll: true });
}

async function look() {
  if (busy || !wanted || document.hidden || isWriting()) return;
  busy = true;
  const version = wanted;
  wanted = 0;
  try {
    const answer = await fetch(`${section.dataset.part}?at-least=${version > 1 ? version : 0}`);
    if (answer.ok) { const html = await answer.text(); if (!isWriting()) put(html); else wanted = version; }
  } finally {
    setTimeout(() => { busy = false; if (wanted) look(); }, Pause);
  }
}

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!section?.contains(form) || submitter?.name !== "vote") return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, submitter));
  const voted = document.activeElement === submitter ? form.closest("li").id : null; // Disabled, it loses the focus.
  submitter.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Part": "questions" } });
    if (!answer.ok) throw new Error(answer.statusText);
    put(await answer.text(), voted);
  } catch {
    submitter.disabled = false;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "vote", value: submitter.value }));
    HTMLFormElement.prototype.submit.call(form); // Its page says why.
  }
});

if (section?.dataset.live) {
  listen(section.dataset.live, {
    change: (event) => { wanted = JSON.parse(event.data).version; look(); },
    reload: () => { wanted ||= 1; look(); },
  });
  document.addEventListener("visibilitychange", look);
  document.addEventListener("focusout", () => setTimeout(look));
}
