// A meeting going on: what was refused while typing is still shown, what did not get through is sent again.
"use strict";

const session = document.querySelector("[data-session]");
const unsent = new Set();
const tell = (form, text) => { const place = form.querySelector?.(".saved"); if (place) place.textContent = text; };

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if ([409, 422].includes(detail.xhr.status)) Object.assign(detail, { shouldSwap: true, isError: false });
});
document.addEventListener("htmx:sendError", ({ target }) => { unsent.add(target); tell(target, session.dataset.offline); });
document.addEventListener("htmx:afterRequest", ({ target, detail }) => { if (detail.successful) unsent.delete(target); });
window.addEventListener("online", () => {
  for (const form of unsent) form.querySelector("textarea, select")?.dispatchEvent(new Event("change", { bubbles: true }));
});
window.addEventListener("beforeunload", (event) => { if (unsent.size) event.preventDefault(); });
