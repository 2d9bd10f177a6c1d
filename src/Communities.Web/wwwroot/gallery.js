// Pictures of a text, large and one after the other, without leaving the place.

import { $$ } from "./common.js";

let at = -1;
let all = [];
const dialog = document.createElement("dialog");
dialog.className = "lightbox";
const img = document.createElement("img");
const said = document.createElement("p");
const step = (sign, by) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  button.setAttribute("aria-label", sign);
  button.addEventListener("click", (event) => { event.stopPropagation(); if (by) show(at + by); else dialog.close(); });
  return button;
};
const [back, next, close] = [step("←", -1), step("→", 1), step("×", 0)];
dialog.append(close, back, img, next, said);
dialog.addEventListener("click", (event) => { if (event.target !== img) dialog.close(); });
dialog.addEventListener("close", () => { all[at]?.focus({ preventScroll: false }); img.removeAttribute("src"); });
dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft") show(at - 1);
  else if (event.key === "ArrowRight") show(at + 1);
});

function show(n) {
  if (n < 0 || n >= all.length) return;
  at = n;
  const small = all[n].querySelector("img");
  img.src = all[n].href;
  img.alt = said.textContent = small.alt;
  back.disabled = n === 0;
  next.disabled = n === all.length - 1;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".body a.picture");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  all = $$(".body a.picture", link.closest("#posts, main") ?? document);
  if (!dialog.isConnected) document.body.append(dialog);
  show(all.indexOf(link));
  dialog.showModal();
});
