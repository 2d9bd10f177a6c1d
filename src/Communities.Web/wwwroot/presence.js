// Who else has the thread open, and who is writing in it.

import { $, language, number, say } from "./common.js";

// Others see somebody as writing for eight seconds: said again before that, and no more often.
const AGAIN = 4000;

const presence = $("#presence");
if (presence) {
  const me = document.body.dataset.account;
  const { dataset } = presence;
  const list = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });

  document.addEventListener("presence", ({ detail }) => {
    const others = detail.here.filter((member) => member.account !== me).map((member) => member.name);
    const parts = [...others];
    if (detail.more) parts.push(say(dataset.more, number(detail.more)));
    if (detail.visitors) parts.push(detail.visitors === 1 ? dataset.visitor : say(dataset.visitors, number(detail.visitors)));
    const writers = detail.writing.filter((member) => member.account !== me).map((member) => member.name);
    $("[data-here]", presence).textContent = list.format(parts);
    const line = $("[data-writers]", presence);
    line.hidden = writers.length === 0;
    line.textContent = writers.length === 1 ? say(dataset.one, ...writers)
      : writers.length === 2 ? say(dataset.two, ...writers) : say(dataset.several, number(writers.length));
    presence.firstElementChild.hidden = parts.length === 0;
    presence.hidden = parts.length === 0 && writers.length === 0;
  });

  let said = -AGAIN;
  document.addEventListener("input", (event) => {
    if (dataset.shown === undefined || !event.target.matches("#compose textarea") || !event.target.value.trim()) return;
    if (performance.now() - said < AGAIN) return;
    said = performance.now();
    fetch(dataset.writing, { method: "POST" }).catch(() => { /* Nobody misses it. */ });
  });
}
