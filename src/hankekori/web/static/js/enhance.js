// Small comforts; every page works without them.
"use strict";

// A dropped folder gives the files in it, all the way down; a browser hands out a hundred names at a time.
const filesOf = async (entry) => {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const found = [];
  for (let part; (part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length; ) found.push(...part);
  return (await Promise.all(found.filter(({ name }) => !name.startsWith(".")).map(filesOf))).flat();
};

// Drop zone: dropped files go into the plain file input beside; the chosen ones are named.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  const list = zone.querySelector("[data-drop-chosen]");
  const name = () => list.replaceChildren(...[...input.files].map((file) => Object.assign(document.createElement("li"), { textContent: file.name })));
  const mark = (event) => {
    event.preventDefault();
    zone.classList.toggle("over", event.type === "dragover");
  };
  zone.addEventListener("dragover", mark);
  zone.addEventListener("dragleave", mark);
  zone.addEventListener("drop", async (event) => {
    mark(event);
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const taken = new DataTransfer();
    for (const file of (await Promise.all(entries.map(filesOf))).flat()) taken.items.add(file);
    input.files = taken.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", name);
}

// Open menus close by Escape, and focus goes back to their button.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest("details.me[open], details.phone-menu[open], details.pop[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// When a part of a page cannot be fetched, the whole page says why.
document.addEventListener("htmx:responseError", (event) => {
  const { requestConfig, xhr } = event.detail;
  if (requestConfig.verb === "get") window.location.assign(xhr.responseURL);
});
