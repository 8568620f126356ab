"use strict";
(() => {
  // Keys: every page can be walked without a pointer. Never while something is typed.
  const typing = (e) => e.target.closest("input, textarea, select, [contenteditable]");
  const items = () => [...document.querySelectorAll("[data-item]")].filter((i) => i.offsetParent !== null);
  let at = -1;
  const go = (by) => {
    const all = items();
    if (!all.length) return;
    all[at]?.classList.remove("at");
    const here = all.findIndex((i) => i.contains(document.activeElement)); // by Tab or a link
    if (here >= 0) at = here;
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    all[at].classList.add("at");
    all[at].scrollIntoView({ block: "nearest" });
    const words = all[at].querySelector(".say > a, a.say") ?? all[at].querySelector("a, summary, button");
    words?.focus({ preventScroll: true });
  };
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e)) return;
    const act = {
      "/": () => document.getElementById("ask").focus(),
      j: () => go(1),
      k: () => go(-1),
      s: () => location.assign("/"),
      p: () => location.assign("/speakers"),
    }[e.key];
    if (act && !e.target.closest("svg")) {
      e.preventDefault();
      act();
    }
  });

  // A link to a statement that the page of a long story has no room for leads on to all of it.
  const whole = document.getElementById("whole");
  const lead = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    if (name && !document.getElementById(name)) location.replace(whole.href + location.hash);
  };
  if (whole) {
    lead();
    addEventListener("hashchange", lead);
  }

  // The file beside an article opens at the words that the address names, and marks them there, too.
  document.querySelectorAll('a[href="?raw=1"]').forEach((link) =>
    link.addEventListener("click", () => { link.hash = location.hash; }));
  const raw = document.querySelector(".raw");
  const twin = () => {
    const words = document.getElementById(`raw-${decodeURIComponent(location.hash.slice(1)).replace(/^in-/, "")}`);
    if (!words) return;
    words.classList.add("hit");
    raw.scrollTop = words.offsetTop - raw.offsetTop - raw.clientHeight / 3;
  };
  if (raw) {
    twin();
    addEventListener("hashchange", twin);
  }

  // Origins that are left out stand in the address, so that a link shows the same.
  const boxes = [...document.querySelectorAll(".switches input")];
  if (boxes.length) {
    const off = new Set((new URLSearchParams(location.search).get("without") ?? "").split(" "));
    boxes.forEach((b) => { b.checked = off.has(b.value); });
    if (boxes.some((b) => b.checked)) boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
    document.addEventListener("weighed", () => {
      const address = new URL(location.href);
      const left = boxes.filter((b) => b.checked).map((b) => b.value);
      if (left.length) address.searchParams.set("without", left.join(" "));
      else address.searchParams.delete("without");
      history.replaceState(null, "", address);
    });
  }

  // A passage that both texts have: point at one, see the other.
  document.querySelectorAll("mark[data-passage]").forEach((m) => {
    const both = () => document.querySelectorAll(`mark[data-passage="${m.dataset.passage}"]`);
    m.addEventListener("mouseenter", () => both().forEach((x) => x.classList.add("on")));
    m.addEventListener("mouseleave", () => both().forEach((x) => x.classList.remove("on")));
  });
})();
