// Gives the autocompleting selects of the stock admin, also those of rows added later, the names that people who hear the page need.
"use strict";
(() => {
  const name = () => document.querySelectorAll(".select2-selection__rendered:not([aria-label])").forEach((shown) => {
    const select = shown.closest(".select2-container").previousElementSibling;
    shown.setAttribute("aria-label", select?.dataset.placeholder || select?.getAttribute("aria-label") || select?.name || "?");
  });
  const form = document.querySelector(".change-form #content");
  if (form) new MutationObserver(name).observe(form, { childList: true, subtree: true });
  name();
})();
