// The pages work without this file. It moves the reader to the error summary, and stops a double click
// from sending a form twice.
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
