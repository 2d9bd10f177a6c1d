// How trying a rule goes; when it has finished, the page shows what came of it.

import { $ } from "./common.js";

// Often enough for a bar that moves, and rarely enough for a server.
const EVERY = 1000;

const trial = $("[data-trial]");
if (trial) {
  const look = async () => {
    const answer = await fetch(trial.dataset.trial, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) return; // The link beside the bar is still there.
    const { status, progress } = await answer.json();
    if (status !== "running") { location.reload(); return; }
    $("progress", trial).value = progress;
    setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
}
