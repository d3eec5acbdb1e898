"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const one = (query) => document.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const form = one(".tools"), rule = one("#rule"), words = one("#words"), help = one("#help");
  // A file that cannot be read has a reason in place of findings: it is filtered as an error, but not counted.
  const entries = all(".finding").map((element) => ({
    element,
    counted: "severity" in element.dataset,
    severity: element.dataset.severity || "error",
    rule: element.dataset.rule,
    text: `${element.closest("details").dataset.name} ${element.textContent}`.toLowerCase(),
  }));
  const findings = entries.filter((entry) => entry.counted);
  const files = all("details.file").map((element) => ({ element, own: all(".finding", element) }));
  let current = null;

  const filter = () => {
    const severities = new Set(all("fieldset input:checked", form).map((input) => input.value));
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0, filtered = false;
    for (const entry of entries) {
      const visible = severities.has(entry.severity) && (!rule.value || rule.value === entry.rule)
        && wanted.every((word) => entry.text.includes(word));
      entry.element.hidden = !visible;
      if (!visible) filtered = true;
      else if (entry.counted) shown += 1;
    }
    for (const file of files) {
      file.element.hidden = filtered && file.own.every((element) => element.hidden);
    }
    one("#shown").textContent = `${shown} of ${findings.length} findings`;
    one("#nothing").hidden = shown > 0 || findings.length === 0;
  };

  const go = (step) => {
    const visible = findings.filter((finding) => !finding.element.hidden).map((finding) => finding.element);
    if (!visible.length) return;
    const at = visible.indexOf(current);
    const next = visible[at < 0 ? (step > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + step, 0), visible.length - 1)];
    if (current) current.classList.remove("current");
    current = next;
    current.classList.add("current");
    current.closest("details").open = true;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
  };

  const theme = () => {
    const order = ["auto", "light", "dark"];
    const next = order[(order.indexOf(root.dataset.theme || "auto") + 1) % 3];
    if (next === "auto") delete root.dataset.theme; else root.dataset.theme = next;
    one("#theme span").textContent = `Theme: ${next}`;
  };
  const toggle = (severity) => {
    const box = one(`fieldset input[value="${severity}"]`);
    if (box) { box.checked = !box.checked; filter(); }
  };
  const keys = {
    j: () => go(1), k: () => go(-1),
    e: () => toggle("error"), w: () => toggle("warning"), n: () => toggle("info"),
    r: () => { if (current) { rule.value = rule.value ? "" : current.dataset.rule; filter(); } },
    t: theme, "/": () => words.focus(), "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") { form.reset(); filter(); words.blur(); return; }
    if (event.target.matches("input[type=search], select")) return;
    const key = keys[event.key];
    if (key) { event.preventDefault(); key(); }
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  one("#theme").addEventListener("click", theme);
  one("#to-help").addEventListener("click", () => help.showModal());
  for (const button of all("button[data-rule]")) {
    button.addEventListener("click", () => {
      rule.value = button.dataset.rule;
      filter();
      one("#files").scrollIntoView();
    });
  }
  filter();
})();
