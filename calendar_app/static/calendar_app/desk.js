// The desk by keyboard: every fact is a form that works without this script; here one key sends it and moves on.
"use strict";
(() => {
  let desk = document.getElementById("desk");
  let active = null;
  let selected = null;
  let sending = false;

  const rows = () => [...desk.querySelectorAll(".row")];
  const doubtful = () => desk.dataset.doubtful.split(" ").filter(Boolean).map((key) => document.getElementById(key));

  const activate = (row, focus = true) => {
    if (!row) return;
    active?.classList.remove("active");
    active = row;
    row.classList.add("active");
    if (focus) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    desk.querySelectorAll(".lit").forEach((mark) => mark.classList.remove("lit"));
    const words = [...desk.querySelectorAll("[data-facts]")].filter((mark) => mark.dataset.facts.split(" ").includes(row.id));
    words.forEach((mark) => mark.classList.add("lit"));
    const pane = document.getElementById("text");
    if (words.length) pane.scrollTop += words[0].getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    label();
  };

  const step = (by) => {
    const all = rows();
    activate(all[Math.min(all.length - 1, Math.max(0, all.indexOf(active) + by))]);
  };

  const nextDoubtful = () => {
    const all = rows();
    const left = doubtful();
    activate(left.find((row) => all.indexOf(row) > all.indexOf(active)) ?? left[0] ?? active);
  };

  const send = async (row, decision, more = {}) => {
    if (sending) return;  // a second press before the answer would decide what nobody has seen
    sending = true;
    try { await settle(row, decision, more); } catch { warn(); }
    sending = false;
  };

  const settle = async (row, decision, more) => {
    const body = new FormData(row);
    body.set("decision", decision);
    Object.entries(more).forEach(([name, value]) => body.set(name, value));
    const answer = await fetch(location.pathname + location.search, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [key, at] = [row.id, rows().indexOf(row)];
    if (!page.getElementById("desk")) return location.reload();
    const scrolled = document.getElementById("text").scrollTop;
    desk.replaceWith(page.getElementById("desk"));
    desk = document.getElementById("desk");
    document.getElementById("text").scrollTop = scrolled;
    tell(page);
    active = document.getElementById(key) ?? rows()[Math.min(at, rows().length - 1)];
    bind();
    if (page.querySelector(".messagelist .error")) activate(active);
    else if (doubtful().length) nextDoubtful();
    else activate(active);
  };

  const warn = () => {
    const list = Object.assign(document.createElement("ul"), { className: "messagelist", role: "alert" });
    list.append(Object.assign(document.createElement("li"), { className: "error", textContent: desk.dataset.broken }));
    document.querySelectorAll(".messagelist").forEach((old) => old.remove());
    document.getElementById("content").before(list);
  };

  const tell = (page) => {
    document.querySelectorAll(".messagelist").forEach((list) => list.remove());
    const list = page.querySelector(".messagelist");
    list?.setAttribute("role", "alert");
    if (list) document.getElementById("content").before(list);
  };

  // Offsets count code points, as the bulletin's spans do.
  const offset = (node, within) => {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!holder || !holder.closest(".as-printed")) return null;
    return Number(holder.dataset.at) + [...holder.textContent.slice(0, within)].length;
  };

  const remember = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const article = range.startContainer.parentElement?.closest("[data-article]");
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    selected = article && start !== null && end !== null && start < end ? { article: article.dataset.article, start, end } : null;
    label();
  };

  const label = () => {
    const take = document.getElementById("take");
    take.hidden = !(selected && active && active.querySelector(".edit"));
    if (!take.hidden) take.querySelector("span").textContent = active.querySelector(".label").textContent;
  };

  const take = () => { if (selected && active) { send(active, "correct", { ...selected, use: "selection" }); selected = null; } };
  const has = (row, decision) => row?.querySelector(`button[value="${decision}"]`);
  const decide = (decision) => { if (has(active, decision)) send(active, decision); };
  const edit = () => {
    const details = active?.querySelector(".edit");
    if (!details) return;
    details.open = true;
    const field = details.querySelector("input, select, textarea");
    field.focus();
    field.select?.();
  };

  const keys = {
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1), d: nextDoubtful,
    a: () => decide("accept"), r: () => decide("reject"), u: () => decide("reopen"), c: edit, s: take,
    p: () => document.getElementById("publish")?.click(), w: () => document.getElementById("waive")?.click(),
    e: () => desk.querySelector("#act :is(input:not([type=hidden]), button, summary)")?.focus(),
    h: () => document.getElementById("history")?.click(),
    "[": () => document.getElementById("earlier")?.click(), "]": () => document.getElementById("later")?.click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target.closest("details")) {
      event.target.closest("details").removeAttribute("open");
      return (event.target.closest(".row") ?? event.target.closest("details").querySelector("summary")).focus();
    }
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    if (event.target.closest("#text") && event.key.startsWith("Arrow")) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  document.addEventListener("selectionchange", remember);

  const bind = () => {
    desk.querySelector(".facts").addEventListener("submit", (event) => {
      event.preventDefault();
      send(event.target, event.submitter?.value ?? "correct");
    });
    desk.querySelector(".facts").addEventListener("focusin", (event) => {
      const row = event.target.closest(".row");
      if (row && row !== active) activate(row, false);
    });
    desk.querySelector(".facts").addEventListener("click", (event) => {
      const row = event.target.closest(".row");
      const elsewhere = event.target.closest(".to-words") && !document.getElementById(row.dataset.words);  // in another part
      if (row && !elsewhere && !event.target.closest("button, summary, input, select, textarea, label")) { event.preventDefault(); activate(row); }
    });
    desk.querySelector("#text").addEventListener("click", (event) => {
      const row = document.getElementById(event.target.closest("[data-facts]")?.dataset.facts.split(" ")[0]);
      if (row && document.getSelection().isCollapsed) { event.preventDefault(); activate(row); }
    });
    document.getElementById("take").addEventListener("click", take);
  };

  bind();
  activate(document.getElementById(location.hash.slice(1)) ?? doubtful()[0] ?? rows()[0]);
})();
