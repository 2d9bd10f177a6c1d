// A slot being written: only what belongs to its kind is asked.

import { $, $$ } from "./common.js";

const kind = $("#slot #kind");
const show = () => $$("#slot [data-of]").forEach((part) => { part.hidden = part.dataset.of !== kind.value; });
if (kind) { kind.addEventListener("change", show); show(); }
