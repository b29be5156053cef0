// Sends dropped or chosen files one by one and shows how far it is; without this script the form sends them together.
"use strict";
(() => {
  const form = document.getElementById("take-in");
  const [files, text] = [form.elements.documents, form.elements.text];
  const [bar, progress, outcomes] = ["bar", "progress", "outcomes"].map((id) => document.getElementById(id));

  document.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  document.addEventListener("dragleave", () => form.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });

  const show = (outcome) => {
    const item = document.createElement("li");
    item.className = outcome.failed ? "failed" : outcome.new ? "new" : "there";
    const words = outcome.address ? Object.assign(document.createElement("a"), { href: outcome.address }) : item;
    words.textContent = outcome.told;
    if (words !== item) item.append(words);
    outcomes.append(item);
  };

  const refuse = (file) => show({ failed: true, told: `${file.name}: ${form.dataset.large}` });

  const send = async (file) => {
    const body = new FormData(form);
    body.delete("documents");
    body.set("text", "");
    body.append("documents", file);
    try {
      const answer = file.size <= form.dataset.largest && await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer || answer.status === 413) return refuse(file);
      (await answer.json()).outcomes.forEach(show);
    } catch {
      show({ failed: true, told: `${file.name}: ${form.dataset.broken}` });
    }
  };

  form.addEventListener("submit", async (event) => {
    const chosen = [...files.files];
    progress.hidden = false;
    if (chosen.length < 2 || text.value.trim()) return bar.removeAttribute("value");  // one text leads straight to its own page
    event.preventDefault();
    outcomes.replaceChildren();
    bar.max = chosen.length;
    bar.value = 0;
    for (const file of chosen) {
      await send(file);
      bar.value += 1;
    }
    progress.hidden = true;
    files.value = "";
  });
})();
