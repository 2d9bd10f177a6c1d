// What the scripts of all pages share.

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
export const language = document.documentElement.lang;
export const say = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, n) => values[n]);
export const number = (n) => new Intl.NumberFormat(language === "en" ? "en-GB" : language).format(n);

// Times: the words grow older as the reader stays; the exact time becomes the reader's own.

const relative = new Intl.RelativeTimeFormat(language, { numeric: "always" });
const exact = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeStyle: "short" });
const units = [["minute", 60], ["hour", 3600], ["day", 86400]];

export function ageTimes(within = document) {
  const now = Date.now();
  for (const time of $$("time[datetime]", within)) {
    const at = new Date(time.dateTime);
    const seconds = (at - now) / 1000;
    time.title = exact.format(at);
    if (Math.abs(seconds) < 60 || Math.abs(seconds) >= 7 * 86400) continue;
    const [unit, length] = units.findLast(([, length]) => Math.abs(seconds) >= length);
    time.textContent = relative.format(Math.trunc(seconds / length), unit);
  }
}

ageTimes();
setInterval(ageTimes, 60_000);

// What a page hears of while it is open, by one stream, which rings the bell, too. A page that comes back from the
// browser's own store goes on listening, and is told whether it missed something.

export function listen(url, hears) {
  let live;
  const open = () => {
    live = new EventSource(url);
    live.addEventListener("inbox", () => document.dispatchEvent(new Event("inbox")));
    for (const [kind, hear] of Object.entries(hears)) live.addEventListener(kind, hear);
  };
  open();
  addEventListener("pagehide", () => live.close());
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
}

// What this browser remembers.
export const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* Full or forbidden: nothing is lost but a convenience. */ } };

// How many posts of a thread this browser has shown.
export const readKey = (thread) => `read:${thread}`;
