// The pages work without this file. It moves the reader to the error summary, stops a double click from
// sending a form twice, copies and prints codes, and lets password managers store them.
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
