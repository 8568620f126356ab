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

  // Paper has no folds, but for those that repeat what stands elsewhere; what a reader opened is printed.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.print:not([open])")];
    opened.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));

  // Copy a quotation as a citation: words, speaker, outlet, title, day, link.
  const articles = new Map([...document.querySelectorAll("[data-cite-article]")]
    .map((e) => [e.dataset.citeArticle, e.dataset.cite]));
  const told = document.createElement("div");
  told.className = "vh";
  told.setAttribute("role", "status");
  document.body.append(told);
  const citation = (say) => {
    const words = (say.querySelector("a") ?? say).textContent.replace(/\s+/g, " ").trim();
    const bare = words.replace(/^["“”„«»]+|["“”„«»,]+$/g, "");
    return `“${bare}” (${[say.dataset.who, articles.get(say.dataset.article)].filter(Boolean).join("; ")})`;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  if (articles.size) document.querySelectorAll(".say[data-article]").forEach((say) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.textContent = "cite";
    button.title = "Copy as citation";
    // Many stand on a page: whoever hears them one by one is told what each copies.
    button.setAttribute("aria-label", `cite ${say.dataset.who}: ${citation(say).slice(1, 60)}`);
    button.addEventListener("click", async () => {
      await copy(citation(say));
      told.textContent = "Citation copied";
      button.textContent = "copied";
      setTimeout(() => { button.textContent = "cite"; told.textContent = ""; }, 1600);
    });
    say.append(button);
  });

  // Another text to compare with: the words of every other rendering are marked against it.
  const split = (text) => text.match(/\s+|[^\s]+/g) ?? [];
  const bareWord = (w) => w.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const against = (base, text) => {
    const a = split(base).map(bareWord).filter(Boolean);
    const tokens = split(text);
    const b = tokens.map(bareWord);
    const at = b.map((w, i) => (w ? i : -1)).filter((i) => i >= 0);
    const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(at.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1)
      for (let j = at.length - 1; j >= 0; j -= 1)
        rows[i][j] = a[i] === b[at[j]] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
    // Per token: same, or new; new words that stand for words of the base are changed.
    const kind = new Array(tokens.length).fill("");
    for (let i = 0, j = 0, run = [], lost = 0; j <= at.length || i < a.length;) {
      const same = i < a.length && j < at.length && a[i] === b[at[j]];
      if (same || (i >= a.length && j >= at.length)) {
        run.forEach((n) => { kind[n] = lost ? "chg" : "only"; });
        run = [];
        lost = 0;
        if (!same) break;
        i += 1;
        j += 1;
      } else if (j < at.length && (i >= a.length || rows[i][j + 1] >= rows[i + 1][j])) {
        run.push(at[j]);
        j += 1;
      } else {
        lost += 1;
        i += 1;
      }
    }
    const out = [];
    tokens.forEach((token, n) => {
      const mark = kind[n] || (!token.trim() && kind[n - 1] && kind[n - 1] === kind[n + 1] ? kind[n - 1] : "");
      const last = out[out.length - 1];
      if (last && last[0] === mark) last[1] += token;
      else out.push([mark, token]);
    });
    return out;
  };
  document.querySelectorAll(".base[data-base]").forEach((spot) => {
    const row = spot.closest("tbody, article");
    if (!row) return; // a row that stands alone, beside nothing to choose from
    const says = [...row.querySelectorAll(".say[data-words]")];
    if (says.length < 2) return;
    const links = new Map(says.map((say) => [say, say.querySelector("a")]));
    const first = new Map(says.map((say) => [say, [...links.get(say).childNodes]]));
    const name = (say) => {
      const outlet = (articles.get(say.dataset.article) ?? "").split(/, [“\d]/)[0] || "text";
      return `${outlet}: ${links.get(say).textContent.trim().slice(0, 40)}`;
    };
    const select = document.createElement("select");
    says.forEach((say) => select.append(new Option(name(say), say.dataset.words)));
    select.value = spot.dataset.base;
    if (!select.value) return;
    select.addEventListener("change", () => {
      const base = says.find((say) => say.dataset.words === select.value);
      says.forEach((say) => {
        const link = links.get(say);
        if (select.value === spot.dataset.base) link.replaceChildren(...first.get(say));
        else if (say === base) link.replaceChildren(link.textContent);
        else link.replaceChildren(...against(links.get(base).textContent, link.textContent).map(([mark, text]) => {
          if (!mark) return text;
          const element = document.createElement("mark");
          element.className = mark;
          element.textContent = text;
          return element;
        }));
      });
    });
    const label = document.createElement("label");
    label.append("compared with ", select);
    spot.replaceChildren(label);
  });

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
    const texts = new Map(rows.map((r) => [r, `${r.cells[0].textContent} ${r.dataset.names}`.toLowerCase()]));
    const [from, to, found] = ["from", "to", "found"].map((id) => document.getElementById(id));
    find.closest(".find").hidden = false;
    const sift = () => {
      const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0, undated = 0;
      rows.forEach((r) => {
        const { from: first, to: last } = r.dataset;
        const inTime = (!first && !last) || ((!from.value || (last || first) >= from.value) && (!to.value || (first || last) <= to.value));
        r.hidden = !inTime || !words.every((w) => texts.get(r).includes(w));
        if (r.hidden) return;
        shown += 1;
        if (!first && !last) undated += 1;
      });
      const dated = from.value || to.value;
      found.textContent = words.length || dated
        ? `${shown} of ${rows.length}${dated && undated ? `, ${undated} of them without a date` : ""}` : "";
    };
    [find, from, to].forEach((field) => field.addEventListener("input", sift));
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
