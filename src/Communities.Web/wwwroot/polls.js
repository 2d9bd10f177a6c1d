// Polls: voting without leaving the place, and the votes of others as they come.

import { $, $$, ageTimes } from "./common.js";

const Pause = 700; // Many vote at once; a page asks for the result at most so often, in milliseconds.

function put(poll, html) {
  const part = $(".poll", new DOMParser().parseFromString(html, "text/html"));
  if (!part) return;
  ageTimes(part);
  const open = $$("details", poll).map((details) => details.open);
  $$("details", part).forEach((details, at) => { details.open = open.length === $$("details", part).length && open[at]; });
  poll.replaceWith(part);
  return part;
}

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  const poll = form.closest(".poll");
  if (!poll || event.defaultPrevented) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, submitter));
  const address = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
  if (submitter) submitter.disabled = true;
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { "X-Part": "poll" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const part = put(poll, await answer.text());
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  } catch {
    if (submitter) submitter.disabled = false;
    form.action = address;
    HTMLFormElement.prototype.submit.call(form); // Its page says why.
  }
});

// Who is choosing is not disturbed: the ballot stays, and so does the page.
const isChoosing = (poll) => $$(".ballot", poll).some((ballot) => ballot.contains(document.activeElement)
  || $$("input[name=choice]", ballot).some((one) => one.checked !== one.defaultChecked)
  || $$("select", ballot).some((one) => ![...one.options].some((option) => option.selected && option.defaultSelected) && one.value));

const waiting = new Map();
function refresh(id, version) {
  const known = waiting.get(id);
  if (known) { known.version = version; known.again = true; return; }
  const asked = { version, again: false };
  waiting.set(id, asked);
  const look = async () => {
    const poll = $(`.poll[data-poll="${CSS.escape(id)}"]`);
    if (poll && !isChoosing(poll)) {
      const answer = await fetch(`${poll.dataset.part}?at-least=${asked.version}`).catch(() => null);
      if (answer?.ok) { const html = await answer.text(); if (!isChoosing(poll)) put(poll, html); }
    }
    setTimeout(() => {
      waiting.delete(id);
      if (asked.again) refresh(id, asked.version);
    }, Pause);
  };
  look();
}

document.addEventListener("live", ({ detail }) => { if (detail.poll) refresh(detail.poll, detail.version); });

// A rank belongs to one option.
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-rank]") || !target.value) return;
  for (const other of $$("[data-rank]", target.form)) if (other !== target && other.value === target.value) other.value = "";
});

const way = $("#poll-way");
const range = $("[data-poll-range]");
const show = () => { range.hidden = way.value === "Single"; };
if (way) { way.addEventListener("change", show); show(); }
