// The calendar: a slot is dragged to another day, or moved with Alt and the arrow keys. The form under it does the same.

import { $, $$, say } from "./common.js";

const table = $(".cal");
const form = $("#move-slot");
const days = $$("td[data-day]", table);
const Steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function move(slot, day) {
  form.elements.slot.value = slot;
  form.elements.day.value = day;
  if (!form.checkValidity()) return false; // A day that is over: it stays where it was.
  $("#moved").textContent = say(table.dataset.say, $(`td[data-day="${day}"] .full`).textContent);
  form.submit();
  return true;
}

if (table && form) {
  let dragged = null;
  document.addEventListener("dragstart", (event) => {
    const chip = event.target.closest?.("[data-slot]");
    if (!chip) return;
    dragged = chip.dataset.slot;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
  });
  document.addEventListener("dragend", () => {
    dragged = null;
    days.forEach((day) => day.classList.remove("over"));
  });
  for (const day of days) {
    const takes = () => dragged && day.dataset.day >= form.elements.day.min;
    day.addEventListener("dragover", (event) => { if (takes()) { event.preventDefault(); day.classList.add("over"); } });
    day.addEventListener("dragleave", () => day.classList.remove("over"));
    day.addEventListener("drop", (event) => {
      if (!takes()) return;
      event.preventDefault();
      move(dragged, day.dataset.day);
    });
  }

  table.addEventListener("keydown", (event) => {
    const step = event.altKey && Steps[event.key];
    const chip = event.target.closest("[data-slot]");
    if (!step || !chip) return;
    const day = days[days.indexOf(chip.closest("td")) + step];
    if (day && move(chip.dataset.slot, day.dataset.day)) event.preventDefault();
  });

  // The browser goes to the anchor itself once all is there, and takes the focus from whatever has it by then.
  const land = () => requestAnimationFrame(() =>
    $("a", document.getElementById(location.hash.slice(1)) ?? table)?.focus());
  if (location.hash.length > 1 && document.readyState === "complete") land();
  else if (location.hash.length > 1) addEventListener("load", land);
}
