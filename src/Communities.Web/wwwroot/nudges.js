// One friendly sentence as soon as somebody begins to write, once for each form.

import { $, $$ } from "./common.js";

for (const place of $$("[data-nudge]")) {
  const form = place.closest("form");
  const show = () => { for (const button of $$("[data-close-nudge]", place)) button.hidden = false; };
  show();

  form.addEventListener("input", async () => {
    if ($("[name=nudged]", place)) return; // The form came back with one.
    const body = new FormData();
    for (const hidden of $$("input[type=hidden]", form)) body.append(hidden.name, hidden.value);
    body.append("thread", place.dataset.thread ?? "");
    const answer = await fetch(place.dataset.nudge, { method: "POST", body });
    const part = answer.ok ? (await answer.text()).trim() : "";
    if (!part || $("[name=nudged]", place)) return;
    place.innerHTML = part; // A part of a page of our own.
    show();
  }, { once: true });

  place.addEventListener("click", (event) => {
    if (!event.target.closest("[data-close-nudge]")) return;
    $(".nudge", place).remove(); // The form still says that it was shown.
    $("textarea", form)?.focus();
  });
}
