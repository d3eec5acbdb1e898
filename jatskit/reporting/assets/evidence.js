
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const source = byId("source");
  const panel = byId("panel");
  const help = byId("help");
  const fields = [...document.querySelectorAll(".f")];
  const findings = [...document.querySelectorAll(".finding")];
  const single = byId("single");
  let unassigned = -1;
  root.classList.add("js");

  const say = (text) => { byId("said").textContent = text; };
  const stacked = () => getComputedStyle(source).overflowY === "visible";

  // Rows that were never drawn have an estimated height, so the first scroll may miss; the second cannot.
  const reveal = (element, block) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    element.scrollIntoView({ block, inline: "nearest" });
    requestAnimationFrame(() => element.scrollIntoView({ block, inline: "nearest" }));
  };

  // A field in words: its group and its label.
  const named = (field) =>
    `${field.closest(".group").querySelector("h3").firstChild.textContent.trim()}: ${field.querySelector(".k").textContent}`;

  const release = () => {
    for (const element of document.querySelectorAll(".sel, .on, .hit")) element.classList.remove("sel", "on", "hit", "flash");
    for (const element of document.querySelectorAll("[aria-current]")) element.removeAttribute("aria-current");
  };

  const seen = (element) => {
    const box = element.getBoundingClientRect();
    const pane = source.getBoundingClientRect();
    return box.height > 0 && box.top >= pane.top + 40 && box.bottom <= pane.bottom - 10;
  };

  // Choose a field: light up its words. `jump` moves the source to them even where that hides the field.
  const choose = (field, jump, mark) => {
    release();
    field.classList.add("sel");
    const marks = document.querySelectorAll(`mark[data-v="${field.dataset.v}"]`);
    for (const one of marks) one.classList.add("on");
    const handle = field.querySelector(".v");
    handle.setAttribute("aria-current", "true");
    const first = mark || marks[0];
    if (first && (jump || !stacked())) {
      if (jump || !seen(first)) reveal(first, "center");
      if (jump) first.classList.add("flash");
    }
    say(`${named(field)}, ${marks.length ? field.dataset.at : "not on the page"}`);
  };

  const focusField = (field, jump) => {
    field.querySelector(".v").focus({ preventScroll: true });
    field.scrollIntoView({ block: "nearest" });
    choose(field, jump);
  };

  const hit = (row) => {
    row.classList.add("hit");
    reveal(row, "center");
  };

  const focusFinding = (finding) => {
    release();
    finding.classList.add("sel");
    reveal(finding, "nearest");
    finding.focus({ preventScroll: true });
    const place = finding.querySelector('a[href^="#m"]');
    if (place && !stacked()) hit(byId(place.hash.slice(1)).closest(".r"));
  };

  const go = (target) => {
    if (target.matches(".finding")) return focusFinding(target);
    if (target.matches(".f")) return focusField(target, !stacked());
    if (target.matches("mark")) return choose(byId(`f${target.dataset.v}`), true, target);
    release();
    if (target.matches(".r, .note")) return hit(target.closest(".r"));
    reveal(target, "start");
    return target.focus({ preventScroll: true });
  };

  // -- fields, groups, findings, unassigned words: one step on or back ---------------------------------------

  const current = (list) => list.findIndex((one) => one.classList.contains("sel") || one.contains(document.activeElement));

  const step = (list, by, then) => {
    if (!list.length) return;
    const at = current(list);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
    then(list[next]);
  };

  const stepGroup = (by) => {
    const groups = [...document.querySelectorAll(".group")];
    const at = groups.findIndex((group) => group.querySelector(".f.sel"));
    const next = at < 0 ? (by > 0 ? 0 : groups.length - 1) : at + by;
    const group = groups[next];
    if (!group) return;
    focusField(group.querySelector(".f"), false);
    reveal(group, "start");
  };

  const stepFinding = (by) => {
    if (!findings.length) {
      byId("findings").focus();
      return say("There are no findings.");
    }
    const at = current(findings);
    return focusFinding(findings[(at + by + (at < 0 && by < 0 ? 1 : 0) + findings.length) % findings.length]);
  };

  const stepUnassigned = () => {
    const all = document.querySelectorAll(".u[id]");
    if (!all.length) return say("Nothing is unassigned.");
    release();
    unassigned = (unassigned + 1) % all.length;
    all[unassigned].classList.add("on");
    reveal(all[unassigned], "center");
    return say(`Unassigned words, ${unassigned + 1} of ${all.length}`);
  };

  // -- the buttons -------------------------------------------------------------------------------------------

  const themes = ["auto", "light", "dark"];
  const kept = () => { try { return localStorage.getItem("jatskit-theme"); } catch { return null; } };
  const dress = (theme) => {
    if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
    byId("theme").firstElementChild.textContent = `Theme: ${theme}`;
    try { localStorage.setItem("jatskit-theme", theme); } catch { /* a page from a file may keep nothing */ }
  };
  const turn = () => {
    const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
    dress(next);
    say(`Theme: ${next}`);
  };
  const reasons = () => {
    const on = root.classList.toggle("reasons");
    byId("reasons").setAttribute("aria-pressed", String(on));
  };
  if (themes.includes(kept())) dress(kept());
  byId("theme").addEventListener("click", turn);
  byId("reasons").addEventListener("click", reasons);
  byId("to-findings").addEventListener("click", () => stepFinding(1));
  byId("to-help").addEventListener("click", () => help.showModal());

  // -- the pointer -------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      const target = byId(link.hash.slice(1));
      if (!target || link.closest(".skip")) return;
      event.preventDefault();
      go(target);
      return;
    }
    if (!getSelection().isCollapsed) return;
    const mark = event.target.closest("mark[data-v]");
    if (mark) {
      const field = byId(`f${mark.dataset.v}`);
      focusField(field, false);
      if (stacked()) field.scrollIntoView({ block: "center" });
      return;
    }
    const field = event.target.closest(".f");
    if (field) focusField(field, true);
  });

  source.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark[data-v]");
    if (mark && !mark.title) mark.title = named(byId(`f${mark.dataset.v}`));
  });

  // -- the keys ----------------------------------------------------------------------------------------------

  const keys = {
    j: () => step(fields, 1, focusField),
    k: () => step(fields, -1, focusField),
    n: () => stepGroup(1),
    p: () => stepGroup(-1),
    f: () => stepFinding(1),
    F: () => stepFinding(-1),
    u: stepUnassigned,
    r: reasons,
    t: turn,
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") return release();
    if (event.key === "Enter") {
      const field = event.target.closest(".f");
      if (field && !event.target.closest("a")) choose(field, true);
      return;
    }
    const inFields = byId("fields").contains(document.activeElement);
    const arrow = { ArrowDown: "j", ArrowUp: "k" }[event.key];
    const act = arrow ? inFields && keys[arrow] : single.checked && Object.hasOwn(keys, event.key) && keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const first = location.hash && byId(location.hash.slice(1));
  if (first && (panel.contains(first) || source.contains(first))) go(first);
})();
