// Made by svcflow. Finds things by the index in search-index.js: pairs of characters where words are written without
// blanks, beginnings of words elsewhere.
"use strict";
(() => {
  const index = window.svcflowIndex;
  const field = document.getElementById("q");
  const count = document.getElementById("count");
  const results = document.getElementById("results");
  const root = document.documentElement.dataset.root;
  const MOST = 60;
  const wide = /[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  // The words of a text: [word, whether longer ones count too].
  function words(text) {
    const found = [];
    for (const run of plain(text).match(/[\p{L}\p{N}_]+/gu) || []) {
      let start = 0;
      const signs = [...run];
      while (start < signs.length) {
        const kind = wide.test(signs[start]);
        let end = start;
        while (end < signs.length && wide.test(signs[end]) === kind) end += 1;
        const part = signs.slice(start, end);
        if (!kind) found.push([part.join(""), true]);
        else if (part.length === 1) found.push([part[0], true]);
        else for (let at = 0; at + 1 < part.length; at += 1) found.push([part[at] + part[at + 1], false]);
        start = end;
      }
    }
    return found;
  }

  function first(word) {
    let low = 0;
    let high = index.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The things in which a word stands: number -> 3 where it is in the title, else 1.
  function having(word, longer) {
    const hits = new Map();
    for (let at = first(word); at < index.words.length; at += 1) {
      const known = index.words[at];
      if (longer ? !known.startsWith(word) : known !== word) break;
      const exact = known === word ? 1 : 0.7;
      let place = 0;
      for (const step of index.posts[at].split(" ")) {
        place += parseInt(step, 36);
        const thing = place >> 1;
        const worth = (place & 1 ? 3 : 1) * exact;
        if ((hits.get(thing) || 0) < worth) hits.set(thing, worth);
      }
    }
    return hits;
  }

  function found(query) {
    const wanted = words(query);
    if (!wanted.length) return null;
    let all = null;
    for (const [word, longer] of wanted) {
      const hits = having(word, longer);
      if (all === null) {
        all = hits;
        continue;
      }
      for (const [thing, worth] of all) {
        if (hits.has(thing)) all.set(thing, worth + hits.get(thing));
        else all.delete(thing);
      }
    }
    const whole = plain(query.trim());
    const ranked = [...all].map(([thing, worth]) => {
      const [kind, , title] = index.things[thing];
      const name = plain(title);
      const closer = name === whole ? 20 : name.startsWith(whole) ? 8 : name.includes(whole) ? 5 : 0;
      return [thing, worth / wanted.length + closer + index.kinds[kind][1]];
    });
    return ranked.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  }

  function marked(text, query) {
    const made = document.createDocumentFragment();
    const terms = query.trim().split(/\s+/).filter(Boolean).map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    let end = 0;
    if (terms.length) {
      for (const hit of text.matchAll(new RegExp(terms.join("|"), "giu"))) {
        made.append(text.slice(end, hit.index));
        const mark = document.createElement("mark");
        mark.textContent = hit[0];
        made.append(mark);
        end = hit.index + hit[0].length;
      }
    }
    made.append(text.slice(end));
    return made;
  }

  function shown(thing, query) {
    const [kind, url, title, where, text, tag] = index.things[thing];
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + url;
    link.append(marked(title, query));
    const facts = document.createElement("p");
    facts.className = "quiet";
    facts.textContent = [index.kinds[kind][0], where].filter(Boolean).join(" · ");
    const snippet = document.createElement("p");
    snippet.append(marked(text, query));
    if (tag) for (const part of [link, snippet]) part.lang = tag;
    item.append(link, facts);
    if (text) item.append(snippet);
    return item;
  }

  function look() {
    const query = field.value;
    const hits = found(query);
    results.replaceChildren(...(hits || []).slice(0, MOST).map(([thing]) => shown(thing, query)));
    if (!hits) count.textContent = count.dataset.ask;
    else count.textContent = hits.length ? count.dataset.some.replace("{count}", hits.length) : count.dataset.none;
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", look);
  look();
})();
