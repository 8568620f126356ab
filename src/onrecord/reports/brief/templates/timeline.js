"use strict";
// The timeline that can be zoomed, drawn from the rows of the table below it: so the two cannot differ, and
// words of articles only ever become text. Without script the still drawing stands in its place.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const CLOCKS = ["said", "about", "published", "read"];
  const MOST_ROWS = { said: 5, about: 6, published: 3, read: 1 };
  const YEAR = 365.2425, MONTH = YEAR / 12, HOUR = 1 / 24;
  const LONG = 20 * YEAR; // a longer span ("the 20th century") does not set the extent
  const OPEN = 365; // days drawn for an end that is not known
  const NARROWEST = 3 * HOUR;
  const WIDEST = 2000 * YEAR;
  const ROW = 22, TOUCH = 17, BAR = 15;
  // Distance of ticks: [days, unit, count]. The first that leaves room for its labels is used.
  const STEPS = [
    [HOUR / 4, "minute", 15], [HOUR / 2, "minute", 30], [HOUR, "hour", 1], [3 * HOUR, "hour", 3],
    [6 * HOUR, "hour", 6], [12 * HOUR, "hour", 12], [1, "day", 1], [2, "day", 2], [7, "week", 1],
    [14, "week", 2], [MONTH, "month", 1], [3 * MONTH, "month", 3], [6 * MONTH, "month", 6], [YEAR, "year", 1],
    [2 * YEAR, "year", 2], [5 * YEAR, "year", 5], [10 * YEAR, "year", 10], [20 * YEAR, "year", 20],
    [50 * YEAR, "year", 50], [100 * YEAR, "year", 100], [500 * YEAR, "year", 500],
  ];
  // How much time each level shows.
  const LEVELS = { decades: 60 * YEAR, years: 8 * YEAR, months: YEAR, days: 12, hours: 1 };

  // From how many days on a view is at that level.
  const FROM = [[25 * YEAR, "decades"], [2 * YEAR, "years"], [60, "months"], [2.5, "days"], [0, "hours"]];

  // Days are numbered as in the table: day 1 is 1 January of the year 1, in the Gregorian calendar.
  const toDate = (t) => new Date((t - 719163) * 864e5);
  const toDay = (year, month, day) => {
    const d = new Date(0);
    d.setUTCFullYear(year, month, day);
    return d.getTime() / 864e5 + 719163;
  };
  const two = (n) => String(n).padStart(2, "0");
  const dayWords = (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
  const clockWords = (d) => `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  const toMinute = (t) => toDate(Math.round(t * 1440) / 1440 + 1e-6);
  const iso = (t) => toMinute(t).toISOString().slice(0, 16);
  const clamp = (x, low, high) => Math.min(high, Math.max(low, x));

  /** A moment in the words that a view of ``span`` days needs. */
  const inWords = (t, span) => {
    const d = toMinute(t);
    if (span > 6 * YEAR) return String(d.getUTCFullYear());
    if (span > 120) return `${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
    return span > 4 ? dayWords(d) : `${dayWords(d)}, ${clockWords(d)}`;
  };

  /** Round times from ``a`` to ``b``: [time, label, label of what it belongs to]. */
  const ticks = (a, b, [days, unit, count]) => {
    const out = [];
    if (unit === "year" || unit === "month") {
      const first = toDate(a);
      let n = unit === "year" ? first.getUTCFullYear() : first.getUTCFullYear() * 12 + first.getUTCMonth();
      for (n = Math.floor(n / count) * count; out.length < 200; n += count) {
        const t = unit === "year" ? toDay(n, 0, 1) : toDay(Math.floor(n / 12), n % 12, 1);
        if (t > b) break;
        if (unit === "year") out.push([t, String(n), ""]);
        else out.push([t, MONTHS[n % 12], String(Math.floor(n / 12))]);
      }
      return out;
    }
    const from = unit === "week" ? 1 : 0; // day 1 was a Monday
    for (let n = Math.floor((a - from) / days); out.length < 200; n += 1) {
      const t = from + n * days;
      if (t > b) break;
      const d = toDate(t + HOUR / 120);
      if (unit === "day") out.push([t, `${WEEKDAYS[d.getUTCDay()]} ${d.getUTCDate()}`, `${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`]);
      else if (unit === "week") out.push([t, `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`, String(d.getUTCFullYear())]);
      else out.push([t, clockWords(d), `${WEEKDAYS[d.getUTCDay()]} ${dayWords(d)}`]);
    }
    return out;
  };

  const make = (name, attributes, parent, text) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, typeof value === "number" ? Math.round(value * 10) / 10 : value);
    }
    if (text !== undefined) element.textContent = text;
    parent?.append(element);
    return element;
  };

  const symbol = (clock, x, y, parent, size = 8) => {
    const c = `sym ${clock}`, at = Math.round(x * 10) / 10, s = size;
    if (clock === "said") return make("path", { class: c, d: `M${at} ${y - s}l${s} ${s}l${-s} ${s}l${-s} ${-s}z` }, parent);
    if (clock === "about") return make("circle", { class: c, cx: at, cy: y, r: s * 0.8 }, parent);
    if (clock === "published") return make("path", { class: c, d: `M${at - s} ${y + s * 0.9}l${s} ${-1.8 * s}l${s} ${1.8 * s}z` }, parent);
    return make("rect", { class: c, x: at - s * 0.75, y: y - s * 0.75, width: s * 1.5, height: s * 1.5 }, parent);
  };

  const pen = document.createElement("canvas").getContext("2d");
  const widthOf = (text) => {
    pen.font = `13px ${getComputedStyle(document.body).fontFamily}`;
    return pen.measureText(text).width;
  };

  /** The rows of a table as what is drawn; a date without an end is drawn over a year. */
  const itemsOf = (table) =>
    [...table.querySelectorAll("tr[data-from]")].flatMap((row, index) => {
      const known = [row.dataset.from, row.dataset.to].map((v) => (v === "" ? null : Number(v)));
      const [from, to] = known;
      if (from === null && to === null) return [];
      return [{
        row, index, clock: row.dataset.clock, key: row.dataset.key === "1", weight: Number(row.dataset.weight),
        label: row.dataset.label, date: row.cells[0].textContent.trim(), words: row.cells[2].textContent.trim(),
        from: from ?? to - OPEN, to: to ?? from + OPEN, openStart: from === null, openEnd: to === null,
      }];
    });

  const extentOf = (items) => {
    const news = items.filter((i) => i.clock !== "read");
    const short = news.filter((i) => i.to - i.from <= LONG);
    const used = short.length ? short : news.length ? news : items;
    const low = Math.min(...used.map((i) => i.from)), high = Math.max(...used.map((i) => i.to));
    const pad = Math.max(1, (high - low) * 0.03);
    return [low - pad, high + pad];
  };

  function zoomer(root) {
    const items = itemsOf(document.getElementById(root.dataset.table));
    if (!items.length) return;
    const svg = root.querySelector("svg.zoomed");
    const picked = root.querySelector(".picked");
    const range = root.querySelector(".range");
    const hash = `${root.dataset.name}~`;
    let every = !items.some((i) => i.key && i.clock !== "read");
    const shown = () => (every ? items : items.filter((i) => i.key));
    let whole = extentOf(shown());
    let view = [...whole];
    let left = 0, right = 0, width = 0;
    let tallest = {}; // rows of each lane so far
    const x = (t) => left + ((t - view[0]) / (view[1] - view[0])) * (right - left);
    const time = (px) => view[0] + ((px - left) / (right - left)) * (view[1] - view[0]);

    // ---------------------------------------------------------------- moving

    const show = (a, b, remember = true) => {
      const span = clamp(b - a, NARROWEST, WIDEST);
      const middle = clamp((a + b) / 2, 2 + span / 2, 3652059 - span / 2);
      view = [middle - span / 2, middle + span / 2];
      draw();
      if (remember) history.replaceState(null, "", `#${hash}${iso(view[0])}~${iso(view[1])}`);
    };
    const zoom = (factor, px = (left + right) / 2) => {
      const t = time(px);
      show(t - (t - view[0]) * factor, t + (view[1] - t) * factor);
    };
    const pan = (share) => {
      const by = share * (view[1] - view[0]);
      show(view[0] + by, view[1] + by);
    };
    const all = () => show(...whole);
    const level = (name) => {
      // Around what is in sight, or around the heaviest mark when nothing is.
      const seen = shown().filter((i) => i.to > view[0] && i.from < view[1] && i.to - i.from < LEVELS[name] * 2);
      const heaviest = (list) => list.reduce((a, b) => (b.weight > a.weight ? b : a));
      const target = heaviest(seen.length ? seen : shown().length ? shown() : items);
      const far = view[1] - view[0] > LEVELS[name];
      const middle = far ? (target.from + target.to) / 2 : (view[0] + view[1]) / 2;
      show(middle - LEVELS[name] / 2, middle + LEVELS[name] / 2);
    };
    const fromHash = () => {
      const given = decodeURIComponent(location.hash.slice(1));
      if (!given.startsWith(hash)) return false;
      const [a, b] = given.slice(hash.length).split("~").map((v) => Date.parse(`${v}Z`) / 864e5 + 719163);
      if (!(a < b)) return false;
      show(a, b, false);
      return true;
    };

    // ---------------------------------------------------------------- what was picked

    const pick = (chosen, title) => {
      const list = document.createElement("ul");
      chosen.slice(0, 40).forEach((item) => {
        const line = document.createElement("li");
        const clock = document.createElement("span");
        clock.className = `clock ${item.clock}`;
        clock.textContent = item.clock;
        const day = document.createElement("b");
        day.textContent = item.date;
        const words = document.createElement("span");
        words.className = "say";
        words.append(...[...item.row.cells[2].cloneNode(true).childNodes]);
        const where = document.createElement("span");
        where.className = "when";
        where.append(...[...item.row.cells[3].cloneNode(true).childNodes]);
        line.append(clock, " ", day, " ", words, " ", where);
        list.append(line);
      });
      const head = document.createElement("p");
      head.className = "when";
      head.textContent = chosen.length > 40 ? `${title}; the first 40` : title;
      picked.replaceChildren(head, list);
    };

    // ---------------------------------------------------------------- laying out

    /** Marks of one lane: bars, and symbols that would lie on each other joined into one. */
    const marksOf = (clock) => {
      const here = shown().filter((i) => i.clock === clock && i.to >= view[0] && i.from <= view[1]);
      const marks = [], points = [];
      for (const item of here) {
        const x0 = x(item.from), x1 = x(item.to);
        if (x1 - x0 < BAR && !item.openStart && !item.openEnd) points.push([(x0 + x1) / 2, item]);
        else {
          const same = marks.find((m) => m.items[0].from === item.from && m.items[0].to === item.to);
          if (same) same.items.push(item);
          else marks.push({ clock, x0, x1, bar: true, items: [item] });
        }
      }
      points.sort((a, b) => a[0] - b[0]);
      let open = null;
      for (const [px, item] of points) {
        if (open && px - open.first < TOUCH) {
          open.items.push(item);
          open.x0 = open.x1 = (open.first + px) / 2;
        } else marks.push((open = { clock, first: px, x0: px, x1: px, bar: false, items: [item] }));
      }
      marks.forEach((m) => {
        m.items.sort((a, b) => b.weight - a.weight);
        const covers = m.bar && m.x0 <= left && m.x1 >= right;
        m.weight = Math.max(...m.items.map((i) => i.weight)) * (covers ? 0.01 : 1);
        const more = m.items.length - 1;
        const name = m.items.find((i) => i.label)?.label ?? "";
        m.label = more ? `${name ? `${name} ` : ""}+${more}` : name;
      });
      return marks.sort((a, b) => b.weight - a.weight || a.items[0].index - b.items[0].index);
    };

    /** Put marks into rows, the weightiest first; a label only where it has room. Returns what found none. */
    const place = (marks, rows) => {
      const taken = Array.from({ length: rows }, () => []);
      const free = (row, a, b) => taken[row].every(([c, d]) => b <= c || a >= d);
      const over = [];
      for (const mark of marks) {
        const a = Math.max(left, mark.x0) - (mark.bar ? 3 : 9);
        const b = Math.min(right, mark.x1) + (mark.bar ? 3 : 9);
        const wide = widthOf(mark.label) + 8;
        const inside = mark.bar && b - a > wide + 26;
        const tries = [];
        if (mark.label && inside) tries.push([a, b, Math.max(left, mark.x0) + 22, "start"]);
        else if (mark.label) {
          if (b + wide <= right) tries.push([a, b + wide, b + 4, "start"]);
          if (a - wide >= left) tries.push([a - wide, b, a - 4, "end"]);
        }
        tries.push([a, b, null, ""]);
        search: for (const [low, high, at, anchor] of tries) {
          for (let row = 0; row < rows; row += 1) {
            if (!free(row, low, high)) continue;
            taken[row].push([low, high]);
            Object.assign(mark, { row, at, anchor });
            break search;
          }
        }
        if (mark.row === undefined) over.push(mark);
      }
      return over;
    };

    const press = (element, act) => {
      element.setAttribute("tabindex", "0");
      element.setAttribute("role", "button");
      element.addEventListener("click", act);
      element.addEventListener("keydown", (e) => {
        if (e.key !== "Enter" && e.key !== " ") return;
        e.preventDefault();
        e.stopPropagation();
        act();
      });
    };

    const drawMark = (mark, top, parent) => {
      const y = top + ROW * (mark.row + 0.5);
      const one = mark.items[0];
      const fallen = mark.items.every((i) => i.row.classList.contains("fallen"));
      const g = make("g", { class: `mark${fallen ? " fallen" : ""}`, "data-id": `${mark.clock}${one.index}` }, parent);
      const dates = [...new Set(mark.items.map((i) => i.date))];
      const name = `${mark.clock}: ${dates.slice(0, 3).join(" / ")}${dates.length > 3 ? " …" : ""}. ` +
        `${one.words.slice(0, 160)}${mark.items.length > 1 ? ` (and ${mark.items.length - 1} more)` : ""}`;
      make("title", {}, g, mark.at !== null ? `${mark.label}; ${name}` : name);
      if (mark.bar) {
        const x0 = Math.max(left, mark.x0), x1 = Math.max(x0 + 2, Math.min(right, mark.x1));
        const open = mark.items.some((i) => i.openStart || i.openEnd);
        make("rect", { class: `span ${mark.clock}${open ? " open" : ""}`, x: x0, y: y - 7, width: x1 - x0, height: 14, rx: 3 }, g);
        symbol(mark.clock, x1 - x0 > 44 ? x0 + 11 : (x0 + x1) / 2, y, g, 5);
        if (mark.x1 > right || one.openEnd) make("path", { class: "arrow", d: `M${x1 + 2} ${y - 4}l5 4l-5 4` }, g);
        if (mark.x0 < left || one.openStart) make("path", { class: "arrow", d: `M${x0 - 2} ${y - 4}l-5 4l5 4` }, g);
      } else {
        symbol(mark.clock, mark.x0, y, g);
        if (mark.items.length > 1) make("circle", { class: "many", cx: mark.x0, cy: y, r: 10.5 }, g);
      }
      if (mark.at !== null) make("text", { x: mark.at, y: y + 4, "text-anchor": mark.anchor }, g, mark.label);
      press(g, () => {
        const low = Math.min(...mark.items.map((i) => i.from)), high = Math.max(...mark.items.map((i) => i.to));
        pick(mark.items, mark.items.length > 1 ? `${mark.items.length} dates in this mark` : "This mark");
        const apart = new Set(mark.items.map((i) => `${i.from} ${i.to}`)).size > 1;
        if (!mark.bar && apart) show(low - (high - low) * 0.6 - HOUR, high + (high - low) * 0.6 + HOUR);
      });
    };

    // ---------------------------------------------------------------- drawing

    const drawAxis = (y, top) => {
      const px = (right - left) / (view[1] - view[0]);
      const room = 66;
      const step = STEPS.find(([days]) => days * px >= room) ?? STEPS[STEPS.length - 1];
      const g = make("g", { class: "axis", "aria-hidden": "true" }, svg);
      make("line", { x1: left, y1: y, x2: right, y2: y }, g);
      const found = ticks(view[0], view[1], step);
      // The tick before the view gives its first part a name.
      let told = "", toldAt = -Infinity;
      const groups = found.map(([t, label, group]) => [Math.max(left, x(t)), t >= view[0], label, group]);
      groups.forEach(([px0, inside, label, group], i) => {
        if (inside) {
          make("line", { class: "grid", x1: px0, y1: top, x2: px0, y2: y }, g);
          make("line", { x1: px0, y1: y, x2: px0, y2: y + 5 }, g);
          const half = widthOf(label) / 2;
          if (px0 + half <= width) make("text", { x: Math.max(half, px0), y: y + 19, "text-anchor": "middle" }, g, label);
        }
        const next = groups.slice(i + 1).find((other) => other[3] !== group);
        const end = next ? next[0] : right;
        if (group && group !== told && px0 >= toldAt && end - px0 > widthOf(group)) {
          make("text", { class: "strong", x: px0, y: y + 36 }, g, group);
          toldAt = px0 + widthOf(group) + 8;
        }
        told = group;
      });
    };

    /** Everything on one strip, and where the view lies in it. */
    const drawStrip = (y) => {
      const [low, high] = [Math.min(whole[0], view[0]), Math.max(whole[1], view[1])];
      const at = (t) => left + ((t - low) / (high - low)) * (right - left);
      const g = make("g", { class: "strip", "aria-hidden": "true" }, svg);
      make("rect", { class: "ground", x: left, y, width: right - left, height: 18, rx: 4 }, g);
      shown().forEach((i) => {
        if (i.clock === "read" || i.to < low || i.from > high) return;
        const middle = at((i.from + i.to) / 2), row = y + 4 + 5 * CLOCKS.indexOf(i.clock);
        make("rect", { class: `sym ${i.clock}`, x: middle - 1, y: row - 1, width: 2, height: 4 }, g);
      });
      const a = Math.max(left, at(view[0])), b = Math.min(right, at(view[1]));
      make("rect", { class: "window", x: Math.min(a, right - 4), y: y - 1, width: Math.max(4, b - a), height: 20, rx: 4 }, g);
      g.addEventListener("pointerdown", (e) => {
        e.stopPropagation();
        const t = low + ((e.clientX - svg.getBoundingClientRect().left - left) / (right - left)) * (high - low);
        show(t - (view[1] - view[0]) / 2, t + (view[1] - view[0]) / 2);
      });
    };

    const drawAway = (clock, y) => {
      // What lies outside the view on the clock "read" is named at the edge: it is often years off.
      const far = shown().filter((i) => i.clock === clock && (i.from > view[1] || i.to < view[0]));
      if (clock !== "read" || !far.length) return;
      const after = far[0].from > view[1];
      const words = after ? `${far[0].date} →` : `← ${far[0].date}`;
      const g = make("g", { class: "mark", "data-id": "away" }, svg);
      const wide = widthOf(words);
      symbol(clock, after ? right - wide - 16 : left + 10, y, g);
      make("text", { x: after ? right - wide - 4 : left + 22, y: y + 4 }, g, words);
      make("title", {}, g, `${words}, ${clock}`);
      press(g, () => { pick(far, "This mark"); show(far[0].from - 2, far[0].to + 2); });
    };

    function draw() {
      width = root.clientWidth;
      if (!width) return;
      const held = svg.contains(document.activeElement) ? document.activeElement.dataset.id : null;
      const narrow = width < 620;
      left = narrow ? 10 : 104;
      right = width - 12;
      svg.replaceChildren();
      const head = narrow ? 20 : 0;
      let y = 4;
      const lanes = CLOCKS.filter((c) => items.some((i) => i.clock === c)).map((clock) => {
        const marks = marksOf(clock);
        const over = place(marks, MOST_ROWS[clock]);
        // A lane grows when it must and never shrinks, or the page below would jump while zooming.
        const used = Math.max(over.length ? 2 : 1, ...marks.map((m) => (m.row ?? 0) + 1));
        tallest[clock] = Math.max(tallest[clock] ?? 1, used);
        const lane = { clock, marks, over, y, height: tallest[clock] * ROW + head + 8 };
        y += lane.height;
        return lane;
      });
      lanes.forEach((lane, i) => make("rect", { class: `lane${i % 2 ? "" : " odd"}`, x: 0, y: lane.y, width, height: lane.height }, svg));
      drawAxis(y + 6, 4);
      for (const lane of lanes) {
        const top = lane.y + head + 4;
        symbol(lane.clock, 14, lane.y + 14, svg);
        make("text", { class: "strong", x: 28, y: lane.y + 18 }, svg, lane.clock);
        const { marks, over } = lane;
        marks.filter((m) => m.row !== undefined).reverse().forEach((m) => drawMark(m, top, svg));
        drawAway(lane.clock, top + ROW / 2);
        if (!over.length) continue;
        const rest = over.flatMap((m) => m.items);
        const spot = narrow ? { x: width - 12, y: lane.y + 17, "text-anchor": "end" } : { x: 28, y: lane.y + 34 };
        const g = make("g", { class: "mark", "data-id": `more-${lane.clock}` }, svg);
        make("text", { class: "soft", ...spot }, g, `+${rest.length} more`);
        make("title", {}, g, `+${rest.length} more on the clock ${lane.clock} that have no room here`);
        press(g, () => pick(rest, `${rest.length} more that have no room at this zoom`));
      }
      drawStrip(y + 50);
      svg.setAttribute("viewBox", `0 0 ${width} ${y + 74}`);
      svg.setAttribute("height", y + 74);
      range.textContent = `${inWords(view[0], view[1] - view[0])} – ${inWords(view[1], view[1] - view[0])}`;
      const now = FROM.find(([days]) => view[1] - view[0] > days)[1];
      root.querySelectorAll("[data-level]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.level === now)));
      if (held) (svg.querySelector(`[data-id="${CSS.escape(held)}"]`) ?? svg).focus({ preventScroll: true });
    }

    // ---------------------------------------------------------------- hands on it

    const acts = { in: () => zoom(0.5), out: () => zoom(2), back: () => pan(-0.3), on: () => pan(0.3), all };
    root.querySelectorAll("[data-act]").forEach((b) => b.addEventListener("click", acts[b.dataset.act]));
    root.querySelectorAll("[data-level]").forEach((b) => b.addEventListener("click", () => level(b.dataset.level)));
    root.querySelectorAll("input[type=radio]").forEach((r) => r.addEventListener("change", () => {
      const all = view[0] === whole[0] && view[1] === whole[1];
      every = r.value === "every";
      tallest = {};
      whole = extentOf(shown());
      if (all) show(...whole);
      else draw();
    }));
    const keys = { "+": acts.in, "=": acts.in, "-": acts.out, _: acts.out, ArrowLeft: acts.back, ArrowRight: acts.on, 0: all };
    svg.addEventListener("keydown", (e) => {
      if (!keys[e.key] || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault();
      keys[e.key]();
    });
    const offset = (e) => e.clientX - svg.getBoundingClientRect().left;
    svg.addEventListener("wheel", (e) => {
      // A plain wheel scrolls the page until the drawing has been clicked.
      const mine = e.ctrlKey || e.metaKey || svg.contains(document.activeElement);
      if (Math.abs(e.deltaX) > Math.abs(e.deltaY) || e.shiftKey) pan((e.deltaX || e.deltaY) / width);
      else if (mine) zoom(Math.exp(clamp(e.deltaY, -120, 120) * 0.004), offset(e));
      else return;
      e.preventDefault();
    }, { passive: false });

    const fingers = new Map();
    let grip = null; // where the fingers were when the last of them came or went
    const hold = () => {
      const at = [...fingers.values()];
      grip = at.length ? { times: at.map(time), moved: false, start: at[0] } : null;
    };
    svg.addEventListener("pointerdown", (e) => {
      if (e.button) return;
      fingers.set(e.pointerId, offset(e));
      hold();
      if (!e.target.closest(".mark")) svg.focus({ preventScroll: true });
    });
    svg.addEventListener("pointermove", (e) => {
      if (!fingers.has(e.pointerId)) return;
      fingers.set(e.pointerId, offset(e));
      const at = [...fingers.values()];
      if (at.length > 1 && Math.abs(at[1] - at[0]) > 8) {
        // Two fingers keep the two times they took hold of.
        const perPixel = (grip.times[1] - grip.times[0]) / (at[1] - at[0]);
        if (!(perPixel > 0)) return;
        const a = grip.times[0] - (at[0] - left) * perPixel;
        show(a, a + (right - left) * perPixel);
        hold();
      } else if (at.length === 1 && (grip.moved || Math.abs(at[0] - grip.start) > 4)) {
        if (!grip.moved) svg.setPointerCapture(e.pointerId);
        grip.moved = true;
        const by = grip.times[0] - time(at[0]);
        show(view[0] + by, view[1] + by);
      }
    });
    const release = (e) => {
      if (!fingers.delete(e.pointerId)) return;
      hold();
    };
    ["pointerup", "pointercancel"].forEach((name) => svg.addEventListener(name, release));
    document.addEventListener("weighed", draw);
    addEventListener("hashchange", fromHash);
    new ResizeObserver(draw).observe(root);

    if (every || items.every((i) => i.key)) root.querySelector(".which").hidden = true;
    root.hidden = false;
    [root.dataset.still, `${root.dataset.still}-words`].forEach((id) => document.getElementById(id)?.classList.add("replaced"));
    if (fromHash()) root.scrollIntoView({ block: "center" });
    else draw();
  }

  document.querySelectorAll(".zoomer").forEach(zoomer);
})();
