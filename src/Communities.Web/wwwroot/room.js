// A live room: what others write comes by itself, and what one writes goes without leaving the place.

import { $, listen } from "./common.js";

const room = $("#room");

if (room) {
  const isAtEnd = () => room.scrollHeight - room.scrollTop - room.clientHeight < 80;
  const toEnd = () => { room.scrollTop = room.scrollHeight; };
  toEnd();

  // Many messages in a moment are read once; who reads further up is not moved.
  let waits = false;
  let wanted = 0;
  async function refresh(version) {
    wanted = Math.max(wanted, version ?? 0);
    if (waits) return;
    waits = true;
    await new Promise((done) => setTimeout(done, 120));
    waits = false;
    const answer = await fetch(`${room.dataset.part}?at-least=${wanted}`);
    if (answer.ok) show(await answer.text());
  }

  function show(html) {
    const part = new DOMParser().parseFromString(html, "text/html");
    const [lines, now] = [$(".lines", room), $(".lines", part)];
    const follows = isAtEnd();
    if (!lines || !now || !lines.children.length) room.replaceChildren(...part.body.childNodes);
    else merge(lines, now);
    if (follows) toEnd();
  }

  // What stands there already stays, so that only what is new is read out.
  function merge(lines, now) {
    const kept = new Set([...now.children].map((line) => line.id));
    for (const line of [...lines.children]) if (!kept.has(line.id)) line.remove();
    for (const line of [...now.children]) {
      const present = document.getElementById(line.id);
      if (!present) lines.append(line);
      else if (present.outerHTML !== line.outerHTML) present.replaceWith(line);
    }
  }

  const form = $("#say");
  const field = form && $("textarea", form);
  const failed = $("#room-failed");

  async function send() {
    if (!field.value.trim()) return;
    const body = new URLSearchParams(new FormData(form));
    const said = field.value;
    field.value = "";
    failed.textContent = "";
    failed.className = "sr";
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Part": "room" } });
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.text());
      toEnd();
      $("input[name=_once]", form).value = crypto.randomUUID().replaceAll("-", "");
    } catch {
      field.value = field.value ? `${said}\n${field.value}` : said;
      failed.textContent = failed.dataset.failed;
      failed.className = "note bad";
    }
    field.focus();
  }

  form?.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  field?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });

  listen(room.dataset.live, {
    change(event) {
      const change = JSON.parse(event.data);
      if (change.kind === "thread.closed" || change.kind === "thread.reopened") location.reload();
      else refresh(change.version);
    },
    reload: () => refresh(0),
    presence: (event) => document.dispatchEvent(new CustomEvent("presence", { detail: JSON.parse(event.data) })),
  });
}
