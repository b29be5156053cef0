// Tells every cell of the rows below a form its column, which a phone shows above it.
"use strict";
document.querySelectorAll(".inline-group .tabular table, .preview table, .posts table").forEach((table) => {
  const names = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
  table.querySelectorAll("tbody tr").forEach((row) => {
    if (row.cells.length === names.length) [...row.cells].forEach((cell, at) => { cell.dataset.label = names[at]; });
  });
});
