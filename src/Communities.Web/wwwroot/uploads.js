// Files into a text box: by drop, by paste, or by a button among its tools. Each leaves a mark where it will stand.

import { $, $$, say } from "./common.js";

const key = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("");

for (const tool of $$("[data-upload]")) {
  const text = document.getElementById(tool.dataset.upload);
  const form = text?.form;
  if (!form) continue;
  const { to, sending, failed, cancel } = tool.dataset;
  const pick = $("input", tool);
  const button = $("button", tool);
  const list = document.createElement("ul");
  list.className = "sending";
  list.setAttribute("aria-live", "polite");
  tool.after(list);
  $("a", tool).hidden = true;
  $("[data-drop]", tool).hidden = false;
  button.hidden = false;
  ($(`[data-tools="${CSS.escape(text.id)}"]`) ?? tool).append(button);

  const put = (from, until, made) => {
    const { selectionStart, selectionEnd } = text;
    text.setRangeText(made, from, until, "preserve");
    const shift = (at) => (at >= until ? at + made.length - (until - from) : at);
    text.setSelectionRange(shift(selectionStart), shift(selectionEnd));
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const replace = (mark, made) => {
    const at = text.value.indexOf(mark);
    if (at < 0) { if (made) put(text.value.length, text.value.length, `\n${made}\n`); }
    else put(at, at + mark.length + (made ? 0 : text.value[at + mark.length] === "\n"), made);
  };

  function tell(item, why) {
    item.replaceChildren();
    item.className = "bad";
    item.setAttribute("role", "alert");
    item.append(why);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "text";
    close.textContent = "×";
    close.setAttribute("aria-label", cancel);
    close.addEventListener("click", () => item.remove());
    item.append(close);
  }

  function send(file) {
    const mark = `⟦${say(sending, file.name)} ${key().slice(0, 4)}⟧`;
    const start = text.selectionEnd;
    const isLineStart = start === 0 || text.value[start - 1] === "\n";
    put(start, start, `${isLineStart ? "" : "\n"}${mark}\n`);
    const after = text.value.indexOf(mark) + mark.length + 1;
    text.setSelectionRange(after, after);

    const item = document.createElement("li");
    const progress = document.createElement("progress");
    const stop = document.createElement("button");
    stop.type = "button";
    stop.className = "text";
    stop.textContent = cancel;
    const name = document.createElement("span");
    name.textContent = file.name;
    progress.setAttribute("aria-label", say(sending, file.name));
    item.append(name, progress, stop);
    list.append(item);

    const body = new FormData();
    body.append("_form", $("[name=_form]", form).value);
    body.append("_once", key());
    body.append("files", file, file.name || "image.png");
    const request = new XMLHttpRequest();
    stop.addEventListener("click", () => request.abort());
    request.upload.addEventListener("progress", (at) => {
      if (!at.lengthComputable) return;
      progress.max = at.total;
      progress.value = at.loaded;
    });
    request.addEventListener("load", () => {
      const isTaken = request.status === 200;
      replace(mark, isTaken ? request.responseText : "");
      if (isTaken) item.remove();
      else tell(item, `${file.name}: ${request.responseText.length < 500 && request.responseText || failed}`);
    });
    request.addEventListener("error", () => { replace(mark, ""); tell(item, `${file.name}: ${failed}`); });
    request.addEventListener("abort", () => { replace(mark, ""); item.remove(); });
    request.open("POST", to);
    request.setRequestHeader("X-Part", "file");
    request.send(body);
  }

  button.addEventListener("click", () => pick.click());
  pick.addEventListener("change", () => { [...pick.files].forEach(send); pick.value = ""; text.focus(); });
  text.addEventListener("paste", (event) => {
    const { files } = event.clipboardData;
    if (!files.length) return;
    event.preventDefault();
    [...files].forEach(send);
  });
  const field = text.closest(".field") ?? text;
  field.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    field.classList.add("dropping");
  });
  field.addEventListener("dragleave", () => field.classList.remove("dropping"));
  field.addEventListener("drop", (event) => {
    field.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    [...event.dataTransfer.files].forEach(send);
  });

  // What is still on its way would be missing from what is sent.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "preview" || !$("li:not(.bad)", list)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    list.scrollIntoView({ block: "nearest" });
  }, true);
}
