// The pages work without this file. It moves the reader to the error summary, stops a double click from
// sending a form twice, copies and prints codes, lets password managers store them, and warns before
// something that is not saved is lost.
import { Button, ErrorSummary, SkipLink, createAll } from "./vendor/govuk-frontend/govuk-frontend.min.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
createAll(SkipLink);
createAll(ErrorSummary);
createAll(Button, { preventDoubleClick: true });

// A link to a question inside closed details opens them.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  // In 1.0.0 the recommendations had their anchors on the first page of the results.
  const moved = document.querySelector('.results-parts__list a[href$="/results/recommendations"]');
  if (!target && moved && window.location.hash.startsWith("#recommendation-")) {
    window.location.replace(moved.href + window.location.hash);
  }
  const details = target && target.closest("details");
  if (details) {
    details.open = true;
    target.scrollIntoView();
  }
}
window.addEventListener("hashchange", openTarget);
openTarget();

// Copy and print buttons are shown only here, where they work.
for (const button of document.querySelectorAll("[data-copies]")) {
  if (navigator.clipboard) {
    const source = document.getElementById(button.dataset.copies);
    const status = button.parentElement.querySelector("[data-copied]");
    button.parentElement.hidden = false;
    button.addEventListener("click", async () => {
      status.textContent = "";
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      status.textContent = status.dataset.copied;
    });
  }
}
for (const button of document.querySelectorAll("[data-prints]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The code is typed into a text field, where it can be checked. A password manager offers to store a field
// that has been a password field, and fills one.
for (const field of document.querySelectorAll('input[autocomplete="current-password"]')) {
  const asText = () => { field.type = "text"; };
  if (!field.value) {
    field.type = "password";
    field.addEventListener("focus", asText, { once: true });
  }
  field.form.addEventListener("submit", () => { field.type = "password"; });
}

// A browser asks before it leaves a page on which something was changed and not saved. What counts is the
// difference from what the server sent: a browser may have filled in the fields again by itself.
function isChanged(control) {
  if (control.type === "hidden") return false;
  if (control.type === "radio" || control.type === "checkbox") return control.checked !== control.defaultChecked;
  return control.defaultValue !== undefined && control.value !== control.defaultValue;
}

function warn(event) {
  event.preventDefault();
}

for (const form of document.querySelectorAll("form[data-warns-unsaved]")) {
  const update = () => {
    const unsaved = form.dataset.warnsUnsaved === "from the start" || [...form.elements].some(isChanged);
    // A listener that stays would keep the page out of the browser's memory of pages to go back to.
    window.removeEventListener("beforeunload", warn);
    if (unsaved) window.addEventListener("beforeunload", warn);
  };
  form.addEventListener("input", update);
  form.addEventListener("submit", () => window.removeEventListener("beforeunload", warn));
  window.addEventListener("pageshow", update);
}

// The answer to a sent form cannot be shown again by Back or Forward, since no cache keeps it. Where all of
// it is saved, the page's own address shows the same.
if (document.querySelector("form[data-is-saved]")) {
  window.history.replaceState(null, "", window.location.href);
}
