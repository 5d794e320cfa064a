// Small comforts; every page works without them.
"use strict";

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
  zone.addEventListener("drop", (event) => {
    mark(event);
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", name);
}

// Open menus close by Escape, and focus goes back to their button.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest("details.me[open], details.phone-menu[open]");
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
