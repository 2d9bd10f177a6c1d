// While somebody writes: names behind @, and emoji behind :, to choose from.

import { $$ } from "./common.js";

const here = location.pathname.match(/^\/c\/([a-z0-9-]+)\//)?.[1];
const askedAfter = 150;

for (const text of $$("textarea[data-suggestions]")) suggest(text);

function suggest(text) {
  const list = document.createElement("ul");
  list.id = `${text.id}-suggestions`;
  list.className = "suggestions";
  list.role = "listbox";
  list.ariaLabel = text.dataset.suggestions;
  list.hidden = true;
  text.after(list);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", list.id);
  let later, from = 0, asked = "";

  const chosen = () => list.querySelector("[aria-selected=true]");
  const choose = (option) => {
    if (chosen()) chosen().ariaSelected = "false";
    option.ariaSelected = "true";
    text.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const close = () => { list.hidden = true; text.removeAttribute("aria-activedescendant"); };
  const take = (option) => {
    text.setRangeText(option.dataset.text, from, text.selectionEnd, "end");
    close();
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  text.addEventListener("input", () => {
    clearTimeout(later);
    const before = text.value.slice(0, text.selectionEnd);
    const called = here && before.match(/(?:^|[\s("'’*_>-])@([\p{L}\p{N}_-]{1,40})$/u);
    const named = before.match(/(?:^|[\s(])(:[\p{L}+-][\p{L}\p{N}_+-]{1,30})$/u);
    const word = (called ?? named)?.[1];
    asked = word ?? "";
    if (!word) { close(); return; }
    later = setTimeout(async () => {
      const found = called ? await members(word) : (await import("./emoji.js")).find(word.slice(1)).slice(0, 8)
        .map(({ emoji, name }) => ({ text: emoji, shown: emoji, said: name }));
      if (asked !== word || document.activeElement !== text) return;
      from = before.length - word.length - (called ? 1 : 0);
      show(found);
    }, askedAfter);
  });

  function show(found) {
    if (!found.length) { close(); return; }
    list.replaceChildren(...found.map(({ text: made, shown, said }, n) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${n}`;
      option.role = "option";
      option.dataset.text = made;
      const name = document.createElement("b");
      name.textContent = shown;
      option.append(name, " ", said);
      return option;
    }));
    list.hidden = false;
    choose(list.firstElementChild);
  }

  text.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = event.key === "ArrowDown"
        ? chosen().nextElementSibling ?? list.firstElementChild
        : chosen().previousElementSibling ?? list.lastElementChild;
      choose(next);
    } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // The text keeps the focus.
    const option = event.target.closest("li");
    if (option) take(option);
  });
  text.addEventListener("blur", () => { clearTimeout(later); close(); });
}

async function members(word) {
  const answer = await fetch(`/api/v1/communities/${here}/members?startsWith=${encodeURIComponent(word)}`);
  if (!answer.ok) return [];
  const { items } = await answer.json();
  return items.slice(0, 8).map(({ account, name }) => ({ text: `@${account} `, shown: `@${account}`, said: name }));
}
