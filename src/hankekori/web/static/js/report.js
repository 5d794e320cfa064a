// Filling a report: zero and "no figure" with one key, what was refused is still shown, what did not get through is sent again.
"use strict";

const page = document.querySelector("[data-report]");
const part = (element) => element.closest("[data-part]");
const changed = (element) => element.dispatchEvent(new Event("input", { bubbles: true }));

const nextNumber = (from) => {
  const numbers = [...page.querySelectorAll("input[data-first]")];
  const next = numbers[numbers.indexOf(part(from).querySelector("input[data-first]")) + 1];
  (next ?? from).focus();
};

const writeZero = (within) => {
  for (const input of within.querySelectorAll("input[data-zero]")) input.value = "0";
  choose(within, "reported");
};

const choose = (within, state) => {
  const radio = within.querySelector(`input[type=radio][value=${state}]`);
  radio.checked = true;
  if (state !== "reported") for (const input of within.querySelectorAll("input[data-number]")) input.value = "";
  changed(radio);
};

page.addEventListener("click", (event) => {
  const zero = event.target.closest("button[data-zero-of]");
  if (!zero) return;
  event.preventDefault();
  writeZero(part(zero));
});

page.addEventListener("change", ({ target }) => {
  if (target.type === "radio" && target.value !== "reported") choose(part(target), target.value);
});

page.addEventListener("input", ({ target }) => {
  if (target.matches("input[data-number]") && target.value.trim()) part(target).querySelector("input[value=reported]").checked = true;
});

page.addEventListener("keydown", (event) => {
  if (!event.target.matches("input[data-number]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const { zero, notMeasured, notApplicable } = page.dataset;
  const act = {
    [zero]: () => writeZero(part(event.target)),
    [notMeasured]: () => choose(part(event.target), "not_measured"),
    [notApplicable]: () => choose(part(event.target), "not_applicable"),
  }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
  nextNumber(event.target);
});

// A part that was refused, or that another has changed, answers with an error code: what it says is shown all the same.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if ([409, 422].includes(detail.xhr.status)) Object.assign(detail, { shouldSwap: true, isError: false });
});

const unsent = new Set();
const tell = (text) => { document.getElementById("tallennettu").textContent = text; };
document.addEventListener("htmx:sendError", ({ target }) => { unsent.add(target); tell(page.dataset.offline); });
document.addEventListener("htmx:responseError", () => tell(page.dataset.failed));
document.addEventListener("htmx:afterRequest", ({ target, detail }) => { if (detail.successful) unsent.delete(target); });
window.addEventListener("online", () => { for (const each of unsent) changed(each); });
window.addEventListener("beforeunload", (event) => { if (unsent.size) event.preventDefault(); });

// What is on its way is saved before the whole is sent; else the form would meet its own figure as another's.
const isSaving = () => page.querySelector(".htmx-request") !== null;
const sendWhenSaved = (form, button) => { isSaving() ? setTimeout(sendWhenSaved, 50, form, button) : form.requestSubmit(button); };
page.addEventListener("submit", (event) => {
  if (!isSaving() || event.submitter?.name === "pida") return; // keeping one's own is meant over whatever is there
  event.preventDefault();
  sendWhenSaved(event.target, event.submitter);
});

// Where an explanation is asked for, the place for it opens.
document.addEventListener("htmx:oobAfterSwap", ({ target }) => {
  if (target.querySelector("[data-opens]")) document.getElementById(target.querySelector("[data-opens]").dataset.opens).open = true;
});
