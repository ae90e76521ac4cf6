// Made by svcflow. What every page does besides being read: the menu on small screens, the filters, printing.
"use strict";
(() => {
  const menu = document.querySelector(".menu");
  const nav = document.getElementById("nav");
  menu.hidden = false;
  nav.classList.add("closed");
  menu.addEventListener("click", () => {
    const open = nav.classList.toggle("closed") === false;
    menu.setAttribute("aria-expanded", String(open));
  });

  // The keys of a picture (arrows, +, Enter) are those of the picture, not of what stands around it.
  for (const part of document.querySelectorAll(".top, .side, .crumbs, .tabs")) {
    part.addEventListener("keydown", (event) => event.stopPropagation());
  }
  const card = document.getElementById("card");
  if (card) {
    card.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.stopPropagation();
    });
  }

  // A picture too large to be read as a whole begins where its reader does: at its left and its top.
  addEventListener("DOMContentLoaded", () => {
    const stage = document.getElementById("stage");
    const picture = stage && stage.querySelector("svg");
    if (!picture || location.hash.length > 1) return;
    for (let turn = 0; turn < 12; turn += 1) {
      const box = picture.getBoundingClientRect();
      if (box.width / picture.width.baseVal.value > 0.6) return;
      stage.dispatchEvent(new WheelEvent("wheel", { deltaY: -120, clientX: box.x, clientY: box.y, cancelable: true }));
    }
  });

  // Where a query cannot be sent to a file, the address is made here.
  const find = document.querySelector("form.find");
  find.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = new FormData(find).get("q").trim();
    location.href = `${document.documentElement.dataset.root}search.html?q=${encodeURIComponent(words)}`;
  });

  const filters = document.getElementById("filters");
  if (filters) {
    const items = [...document.querySelectorAll("#processes > li")];
    const shown = document.getElementById("shown");
    const fits = (item, { name, value }) => {
      const has = item.dataset[name];
      return !value || (name === "role" ? has.split(" ").includes(value) : has === value);
    };
    const apply = () => {
      const wishes = [...filters.querySelectorAll("select")];
      for (const item of items) item.hidden = !wishes.every((wish) => fits(item, wish));
      const count = items.filter((item) => !item.hidden).length;
      shown.textContent = shown.dataset.text.replace("{count}", count).replace("{all}", items.length);
    };
    filters.hidden = false;
    filters.addEventListener("change", apply);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(apply));
    apply();
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
})();
