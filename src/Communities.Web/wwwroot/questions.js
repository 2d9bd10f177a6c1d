// Questions are worked by keys, besides those of all pages: r answers, a asks a member, u goes to the list.

import { $, $$ } from "./common.js";

for (const form of $$("form.filters")) {
  $("button", form).hidden = true;
  form.addEventListener("change", () => form.requestSubmit());
}

const ask = $("#ask");
const list = $(".questions");

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (list && (key === "r" || key === "a")) {
    const row = document.activeElement.closest(".questions > li") ?? $(".questions > li");
    const link = key === "r" ? $(".side a", row) : $("h2 a", row);
    if (!link) return;
    event.preventDefault();
    location.href = key === "r" || !row.dataset.answer ? link.href : `${link.href}#ask`;
  } else if (ask && (key === "j" || key === "k")) {
    const all = $$("[data-question]");
    const at = all.findIndex((link) => link.getAttribute("aria-current"));
    const to = all[key === "j" ? at + 1 : at - 1];
    if (to) location.href = to.href;
  } else if (ask && key === "r") {
    event.preventDefault();
    location.href = $("[data-key=r]").href;
  } else if (ask && key === "a") {
    event.preventDefault();
    ask.scrollIntoView({ block: "start" });
    $("button", ask)?.focus();
  } else if (ask && key === "u") location.href = $(".crumbs li:last-child a").href;
});
