"use strict";
(() => {
  // Follow a link into a closed part of the page, and mark the whole range it names.
  const show = () => {
    document.querySelectorAll(".hit").forEach((e) => e.classList.remove("hit"));
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", show);
  if (location.hash) show();

  // Paper has no folds.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));

  // Leave origins out: a fact stands while one of its witnesses rests on none of them.
  const names = { statement: "statements", date: "dates", number: "numbers" };
  const weigh = () => {
    const off = new Set([...document.querySelectorAll(".switches input:checked")].map((i) => i.value));
    const score = {};
    document.querySelectorAll("[data-rests]").forEach((fact) => {
      const stands = fact.dataset.rests.split("|").some((w) => w.split(" ").every((id) => !off.has(id)));
      fact.classList.toggle("fallen", !stands);
      const row = ((score[fact.dataset.story] ??= {})[fact.dataset.fact] ??= [0, 0]);
      row[1] += 1;
      if (stands) row[0] += 1;
    });
    document.querySelectorAll(".node").forEach((n) => n.classList.toggle("off", off.has(n.dataset.id)));
    document.querySelectorAll(".edges path").forEach((p) =>
      p.classList.toggle("off", p.dataset.ends.split(" ").some((id) => off.has(id))));
    document.querySelectorAll("output.standing").forEach((out) => {
      const rows = Object.entries(score[out.dataset.story] ?? {});
      const any = out.closest(".switches").querySelector("input:checked");
      out.textContent = any ? `Still standing: ${rows.map(([k, [a, b]]) => `${a} of ${b} ${names[k]}`).join(", ")}.` : "";
    });
    document.dispatchEvent(new Event("weighed"));
  };
  document.querySelectorAll(".switches").forEach((set) => {
    set.hidden = false;
    set.addEventListener("change", weigh);
  });

  // The index: find and sort.
  const table = document.getElementById("index");
  const find = document.getElementById("find");
  if (table && find) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const texts = new Map(rows.map((r) => [r, r.cells[0].textContent.toLowerCase()]));
    find.closest(".find").hidden = false;
    find.addEventListener("input", () => {
      const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((r) => {
        r.hidden = !words.every((w) => texts.get(r).includes(w));
        if (!r.hidden) shown += 1;
      });
      document.getElementById("found").textContent = words.length ? `${shown} of ${rows.length}` : "";
    });
    [...table.tHead.rows[0].cells].forEach((head, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending";
        [...table.tHead.rows[0].cells].forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (r) => {
          const cell = r.cells[i];
          const text = cell.dataset.value ?? cell.textContent.trim();
          return head.dataset.sort === "number" ? Number(text) || 0 : text;
        };
        const sign = down ? -1 : 1;
        rows.sort((a, b) => {
          const x = value(a), y = value(b);
          return sign * (typeof x === "number" ? x - y : x.localeCompare(y));
        });
        body.append(...rows);
      });
    });
  }
})();
