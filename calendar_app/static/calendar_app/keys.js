// One key presses the button that names it; in a list j and k go from row to row and x ticks one.
"use strict";
(() => {
  const ROW = "#result_list tbody tr, .events .event";
  const rows = () => [...document.querySelectorAll(ROW)];

  const step = (by) => {
    const all = rows();
    const at = all.indexOf(document.activeElement.closest(ROW));
    const row = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    row?.querySelector("a")?.focus();
  };

  const tick = () => document.activeElement.closest("tr")?.querySelector("input.action-select")?.click();
  const keys = { j: () => step(1), k: () => step(-1), x: tick };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) button.click();
    else if (rows().length) keys[event.key]?.();
  });
})();
