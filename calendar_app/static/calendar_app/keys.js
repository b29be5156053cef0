// One key presses the button that names it; in a list j and k go from row to row, x ticks one, v goes to what can be done with
// what is ticked, / to the search. Every cell is told its column, which a phone shows beside it.
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
  const goTo = (selector) => document.querySelector(selector)?.focus();
  const keys = { j: () => step(1), k: () => step(-1), x: tick, v: () => goTo("select[name=action]"), "/": () => goTo("#searchbar") };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) button.click();
    else if ((rows().length || event.key === "/") && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  const order = document.querySelector(".keys")?.dataset.order;
  if (order) document.querySelectorAll("#result_list thead tr").forEach((row) => { row.dataset.order = order; });
  const names = [...document.querySelectorAll("#result_list thead th")].map((head) => head.querySelector(".text")?.textContent.trim() ?? "");
  document.querySelectorAll("#result_list tbody tr").forEach((row) => [...row.cells].forEach((cell, at) => {
    cell.dataset.label = names[at] ?? "";
    cell.classList.toggle("none", ["-", "–", ""].includes(cell.textContent.trim()) && !cell.querySelector("img, input"));
  }));
})();
