// A conversation: what others write comes in at the end, while the page is looked at.

import { $, $$, ageTimes, listen } from "./common.js";

const log = $("#messages");
if (log?.dataset.last) {
  let last = Number(log.dataset.last);
  let wanted = 0;
  let busy = false;

  async function look() {
    if (busy || document.hidden || !wanted) return; // What is not seen is not read.
    busy = true;
    const version = wanted;
    wanted = 0;
    try {
      const answer = await fetch(`${log.dataset.part}?after=${last}&at-least=${version > 1 ? version : 0}`);
      if (!answer.ok) return;
      const part = new DOMParser().parseFromString(await answer.text(), "text/html");
      ageTimes(part);
      const atEnd = log.getBoundingClientRect().bottom < innerHeight + 200;
      for (const message of $$(".msg", part)) {
        last = Math.max(last, Number(message.dataset.n));
        if (document.getElementById(message.id)) continue;
        message.classList.add("arrived");
        log.append(message);
      }
      if (atEnd) log.lastElementChild?.scrollIntoView({ block: "nearest" });
    } finally {
      busy = false;
      if (wanted) look();
    }
  }

  listen(log.dataset.live, {
    open: () => { wanted ||= 1; look(); },
    change: (event) => { wanted = JSON.parse(event.data).version; look(); },
    reload: () => { wanted ||= 1; look(); },
  });
  document.addEventListener("visibilitychange", look);
}
