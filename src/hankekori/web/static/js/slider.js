// A list of days gets a slider above it: the slider moves the list's choice, and the list moves the slider.
"use strict";

for (const list of document.querySelectorAll("select[data-slider]")) {
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: list.length - 1 });
  const follow = () => {
    slider.value = list.selectedIndex;
    slider.setAttribute("aria-valuetext", list.selectedOptions[0].text);
  };
  slider.setAttribute("aria-label", list.labels[0].textContent);
  slider.addEventListener("input", () => {
    list.selectedIndex = slider.value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
  slider.addEventListener("change", (event) => event.stopPropagation());
  list.addEventListener("change", follow);
  follow();
  list.before(slider);
  list.form.classList.add("with-sliders"); // each change shows at once: no button is needed
}
