// Gives the autocompleting selects of the stock admin the names that people who hear the page need.
"use strict";
addEventListener("load", () => {
  document.querySelectorAll(".select2-selection__rendered").forEach((shown) => {
    const select = shown.closest(".select2-container").previousElementSibling;
    shown.setAttribute("aria-label", select?.dataset.placeholder || select?.getAttribute("aria-label") || select?.name || "");
  });
});
