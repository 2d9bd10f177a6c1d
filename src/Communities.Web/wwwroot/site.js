// What pages do besides: everything works without it.

import { $, $$, number, readKey, say } from "./common.js";

// An address says once what came before it; a reload or a copy need not say it again.
const here = new URL(location.href);
for (const passing of ["at-least", "done"]) here.searchParams.delete(passing);
if (here.href !== location.href) history.replaceState(history.state, "", here);

// What came of a form is where the keyboard goes on, where its page names no better place.
const told = $("main > .note:is(.good, .bad)[role]");
if (told && !location.hash && !$("[autofocus]")) {
  told.tabIndex = -1;
  told.focus({ preventScroll: true });
}

// Unread, for visitors: this browser remembers how many posts of a thread it has shown.

for (const row of $$("[data-rows]:not([data-kept]) > [data-thread]")) {
  const seen = Number(localStorage.getItem(readKey(row.dataset.thread)));
  const fresh = Number(row.dataset.posts) - seen;
  if (!seen || fresh <= 0) continue;
  row.classList.add("unread");
  const badge = document.createElement("span");
  badge.className = "fresh";
  badge.textContent = say(row.parentElement.dataset.new, number(fresh));
  $(".count", row).append(" ", badge);
}

// A draft is forgotten once its page has been left behind for another one, and so was taken.
const sent = sessionStorage.getItem("sent");
if (sent && !$(".note.bad")) localStorage.removeItem(sent);
sessionStorage.removeItem("sent");

// A line of tabs that scrolls shows the one that is open; browsers that know how need no help.
if (!CSS.supports("scroll-initial-target", "nearest"))
  for (const open of $$(".tabs [aria-current]")) {
    const line = open.parentElement;
    line.scrollLeft += open.getBoundingClientRect().left + open.offsetWidth / 2 - line.getBoundingClientRect().left - line.clientWidth / 2;
  }

// Browsers leave a tab half hidden that is come to by the keyboard; under the pointer none may move.
document.addEventListener("focusin", (event) => event.target.closest(".tabs a:focus-visible")?.scrollIntoView({ block: "nearest", inline: "nearest" }));

// Keys

const compose = $("#compose");
let chosen = -1;
let goes = 0; // When "g" was pressed: the next key says where to.
const community = document.body.dataset.community;
const ways = { h: "/", i: "/inbox", b: "/bookmarks", c: community && `/c/${community}`, u: community && `/c/${community}?sort=unread`, m: community && `/c/${community}/moderation`, n: community && `/c/${community}/new`, s: "/search" };
function choose(step) {
  const items = $$(".rows > li, .queue > li, .post[data-n], .hits > li");
  if (!items.length) return;
  chosen = Math.min(items.length - 1, Math.max(0, chosen + step));
  const item = items[chosen];
  const target = $("h2 a, h3 a", item) ?? item;
  if (target === item) item.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && writing) { writing.blur(); if (compose?.open && matchMedia("(max-width: 759px)").matches) compose.open = false; return; }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && writing?.form) {
    event.preventDefault();
    writing.form.requestSubmit($("button.do", writing.form));
    return;
  }
  if (writing || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
  const way = event.timeStamp - goes < 1500 ? ways[event.key] : undefined;
  goes = event.key === "g" ? event.timeStamp : 0;
  if (way) location.href = way;
  else if (event.key === "j") choose(1);
  else if (event.key === "k") choose(-1);
  else if (event.key === "?") location.href = "/keys";
  else if (event.key === "/") { event.preventDefault(); const find = $(".find [type=search]"); if (find.offsetParent) find.focus(); else location.href = "/search"; }
  else if (event.key === "r") {
    const open = compose ? $("summary", compose) : $('a.do[href*="/new"]');
    if (!open) return;
    event.preventDefault();
    if (compose) { compose.open = true; $("textarea", compose).focus(); } else open.click();
  }
});
