"use strict";
(() => {
  const words = JSON.parse(document.body.dataset.words);
  const stage = document.getElementById("stage");
  const picture = stage.querySelector("svg");
  const card = document.getElementById("card");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const size = { width: picture.width.baseVal.value, height: picture.height.baseVal.value };
  const things = [...picture.querySelectorAll("g[role='graphics-symbol']")];
  const edges = [...picture.querySelectorAll("g.edge[data-source]")];
  const names = new Map(things.filter((thing) => thing.id).map((thing) => [thing.id, thing]));
  let view = { x: 0, y: 0, scale: 1 };
  let chosen = null;
  let hits = [];
  let hit = -1;

  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

  function show() {
    picture.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.scale})`;
    document.getElementById("scale").textContent = `${Math.round(view.scale * 100)} %`;
  }

  function fit() {
    const { clientWidth: wide, clientHeight: high } = stage;
    const scale = clamp(Math.min(wide / size.width, high / size.height) * 0.98, 0.05, 1.5);
    view = { scale, x: (wide - size.width * scale) / 2, y: Math.max(0, (high - size.height * scale) / 2) };
    show();
  }

  // The whole picture where it can be read; of a longer one the beginning, as high as the window.
  function begin() {
    fit();
    if (view.scale >= 0.5) return;
    const scale = clamp((stage.clientHeight / size.height) * 0.98, 0.6, 1);
    view = { scale, x: 0, y: Math.max(0, (stage.clientHeight - size.height * scale) / 2) };
    show();
  }

  function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
    const scale = clamp(view.scale * factor, 0.05, 8);
    const change = scale / view.scale;
    view = { scale, x: x - (x - view.x) * change, y: y - (y - view.y) * change };
    show();
  }

  function move(dx, dy) {
    view = { ...view, x: view.x + dx, y: view.y + dy };
    show();
  }

  function bring(thing) {
    const box = thing.getBoundingClientRect();
    const frame = stage.getBoundingClientRect();
    if (view.scale < 0.7) zoom(0.9 / view.scale, box.x + box.width / 2 - frame.x, box.y + box.height / 2 - frame.y);
    const now = thing.getBoundingClientRect();
    move(frame.x + frame.width / 2 - now.x - now.width / 2, frame.y + frame.height / 2 - now.y - now.height / 2);
  }

  const said = (thing) => thing.getAttribute("aria-label") || "";
  const told = (thing) => {
    const title = [...thing.children].find((child) => child.tagName === "title");
    return title ? title.textContent : said(thing);
  };

  function element(tag, text, style) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (style) made.className = style;
    return made;
  }

  function neighbours(title, list, end) {
    if (!list.length) return [];
    const items = element("ul");
    const seen = new Set(); // an edge of a folded picture is drawn in pieces
    for (const edge of list) {
      const other = names.get(edge.dataset[end]);
      const note = edge.querySelector(":scope > title");
      if (!other || (seen.has(other.id) && !note)) continue;
      seen.add(other.id);
      const item = element("li");
      const button = element("button", told(other).split("\n")[0]);
      if (note) button.append(element("small", note.textContent));
      button.addEventListener("click", () => choose(other, true));
      item.append(button);
      items.append(item);
    }
    return items.children.length ? [element("h3", title), items] : [];
  }

  function fill(thing) {
    const [name, ...lines] = told(thing).split("\n");
    const close = element("button", "×", "close");
    close.setAttribute("aria-label", words.close);
    close.addEventListener("click", () => choose(null));
    const parts = [close, element("h2", name)];
    if (lines.length) parts.push(element("p", lines.join("\n")));
    const link = thing.closest("a");
    if (link) {
      const way = element("a", words.open);
      way.href = link.getAttribute("href");
      const line = element("p");
      line.append(way);
      parts.push(line);
    }
    parts.push(...neighbours(words.before, edges.filter((edge) => edge.dataset.target === thing.id), "source"));
    parts.push(...neighbours(words.after, edges.filter((edge) => edge.dataset.source === thing.id), "target"));
    card.replaceChildren(...parts);
    card.hidden = false;
  }

  function choose(thing, go = false) {
    for (const old of picture.querySelectorAll(".chosen")) old.classList.remove("chosen");
    chosen = thing;
    if (!thing) {
      card.hidden = true;
      return;
    }
    thing.classList.add("chosen");
    for (const edge of edges) {
      if (thing.id && (edge.dataset.source === thing.id || edge.dataset.target === thing.id)) edge.classList.add("chosen");
    }
    fill(thing);
    if (go) {
      bring(thing);
      thing.focus({ preventScroll: true });
    }
    if (thing.id) history.replaceState(null, "", `#${encodeURIComponent(thing.id)}`);
  }

  function look() {
    const wanted = search.value.trim().toLowerCase();
    for (const thing of things) thing.classList.remove("found");
    hits = wanted ? things.filter((thing) => `${said(thing)}\n${told(thing)}`.toLowerCase().includes(wanted)) : [];
    for (const thing of hits) thing.classList.add("found");
    picture.classList.toggle("asked", Boolean(wanted));
    found.textContent = wanted ? words.found.replace("{count}", hits.length) : "";
    hit = -1;
  }

  function next(step) {
    if (!hits.length) return;
    hit = (hit + step + hits.length) % hits.length;
    choose(hits[hit]);
    bring(hits[hit]);
  }

  for (const thing of things) {
    thing.setAttribute("tabindex", "0");
    thing.addEventListener("focus", () => { if (chosen !== thing) fill(thing); });
    thing.addEventListener("mouseenter", () => { if (!chosen) fill(thing); });
    thing.addEventListener("mouseleave", () => { if (!chosen) card.hidden = true; });
  }

  let drag = null;
  const fingers = new Map();
  stage.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    drag = { x: event.clientX, y: event.clientY, far: 0, on: event.target };
  });
  stage.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = fingers.get(event.pointerId);
    if (fingers.size === 2) {
      const other = [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId);
      const span = (a) => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY) || 1;
      const frame = stage.getBoundingClientRect();
      zoom(span(event) / span(before), other.clientX - frame.x, other.clientY - frame.y);
    } else if (drag) {
      drag.far += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
      if (drag.far > 4) {
        stage.classList.add("moving");
        move(event.clientX - before.clientX, event.clientY - before.clientY);
      }
    }
    fingers.set(event.pointerId, event);
  });
  const lift = (event) => {
    fingers.delete(event.pointerId);
    stage.classList.remove("moving");
  };
  window.addEventListener("pointerup", lift);
  window.addEventListener("pointercancel", lift);
  stage.addEventListener("click", (event) => {
    if (drag && drag.far > 4) {
      event.preventDefault();
      return;
    }
    const thing = event.target.closest("g[role='graphics-symbol']");
    if (thing && thing.closest("a") && chosen !== thing) event.preventDefault(); // the first click shows the card
    choose(thing);
  }, true);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = stage.getBoundingClientRect();
    const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    zoom(Math.exp(-clamp(step, -120, 120) / 480), event.clientX - frame.x, event.clientY - frame.y);
  }, { passive: false });
  document.getElementById("in").addEventListener("click", () => zoom(1.25));
  document.getElementById("out").addEventListener("click", () => zoom(0.8));
  document.getElementById("fit").addEventListener("click", fit);
  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (search.value) { search.value = ""; look(); }
      choose(null);
      return;
    }
    if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      "/": () => search.focus(), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": fit,
      ArrowLeft: () => move(60, 0), ArrowRight: () => move(-60, 0), ArrowUp: () => move(0, 60),
      ArrowDown: () => move(0, -60),
      Enter: () => choose(event.target),
    };
    if (!acts[event.key] || (event.key === "Enter" && !things.includes(event.target))) return;
    event.preventDefault();
    acts[event.key]();
  });
  stage.addEventListener("scroll", () => stage.scrollTo(0, 0)); // what the address names is brought by us
  window.addEventListener("resize", () => { if (!chosen) begin(); });
  begin();
  const asked = names.get(decodeURIComponent(location.hash.slice(1)));
  if (asked) choose(asked, true);
})();
