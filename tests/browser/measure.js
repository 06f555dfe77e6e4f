// What only a browser can measure. An expression: an object of functions that the tests evaluate.
({
  describe(element) {
    const words = (element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
    const name = element.id ? `#${element.id}` : element.name ? `[name=${element.name}]` : `.${element.className}`;
    return `${element.tagName.toLowerCase()}${name} “${words}”`;
  },

  placeInGroup(radio) {
    return [...document.getElementsByName(radio.name)].indexOf(radio);
  },

  isShown(element) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // What only screen readers shall find is clipped to nothing, whatever the size of its box.
    const clipped = style.clip !== "auto" || style.clipPath !== "none";
    return element.checkVisibility({ visibilityProperty: true }) && !clipped && box.width > 1 && box.height > 1;
  },

  // Everything that a focus ring can be drawn with; radios and ticks draw theirs before the label.
  look(element) {
    const label = element.labels && element.labels[0];
    const parts = [[element, null], ...(label ? [[label, "::before"], [label, "::after"]] : [])];
    return parts.map(([part, pseudo]) => {
      const style = getComputedStyle(part, pseudo);
      const outline = style.outlineStyle !== "none" && !/, 0\)$|transparent/.test(style.outlineColor)
        ? `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}` : "";
      const border = parseFloat(style.borderTopWidth) ? `${style.borderTopWidth} ${style.borderTopColor}` : "";
      return [outline, style.boxShadow, style.backgroundColor, border].join("|");
    }).join("/");
  },

  focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: "", faults: [] };
    const seen = this.look(element);
    element.blur();
    const plain = this.look(element);
    element.focus({ preventScroll: true });
    const faults = [];
    if (seen === plain) faults.push("the focus cannot be seen");
    const box = ((element.labels && element.labels[0]) || element).getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    if (!inside) faults.push("the focus is out of sight");
    return { name: this.describe(element), faults };
  },

  // Whether something else lies over what has the focus: over its corners, its sides and its middle.
  isCovered() {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const across = [box.left + 2, (box.left + box.right) / 2, box.right - 2];
    const down = [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2];
    const found = across.flatMap((x) => down.map((y) => document.elementFromPoint(x, y)));
    const own = [element, ...(element.labels || [])];
    return !found.some((top) => own.some((each) => each.contains(top)));
  },

  // How many times Tab stops on the way through the page: once per group of radios.
  stops() {
    const controls = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    const shown = [...controls].filter((e) => e.type !== "hidden" && !e.disabled && e.checkVisibility());
    const groups = new Set(shown.filter((e) => e.type === "radio").map((e) => e.name));
    return shown.filter((e) => e.type !== "radio").length + groups.size;
  },

  // Sends the form whose address ends so, with fields that its controls may not be able to hold.
  send(ending, typed) {
    const form = [...document.querySelectorAll("main form")]
      .filter((each) => each.method === "post")
      .find((each) => (each.getAttribute("action") || "").endsWith(ending));
    const fields = new FormData(form);
    typed.forEach(([name]) => fields.delete(name));
    typed.forEach(([name, value]) => fields.append(name, value));
    const sent = document.createElement("form");
    sent.method = "post";
    sent.action = form.getAttribute("action") || location.href;
    for (const [name, value] of fields) {
      if (typeof value === "string") {
        const field = document.createElement("textarea");
        field.name = name;
        field.value = value;
        sent.append(field);
      }
    }
    sent.hidden = true;
    document.body.append(sent);
    sent.submit();
  },

  unfold() {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
  },

  width() {
    return document.scrollingElement.scrollWidth;
  },

  // The outermost elements that stick out to the right, but for what scrolls in its own region.
  stickingOut() {
    const out = (e) => e.getBoundingClientRect().right > innerWidth + 0.5;
    const scrolls = (e) => e !== document.body
      && (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((e) => out(e) && !out(e.parentElement) && !scrolls(e.parentElement))
      .map((e) => this.describe(e));
  },

  // Groups that hold more than they show.
  scrolling() {
    return [...document.querySelectorAll("[role=group][tabindex]")]
      .filter((e) => this.isShown(e) && e.scrollWidth > e.clientWidth + 1)
      .map((e) => e.getAttribute("aria-label"));
  },

  spaceText() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  },

  unspaceText() {
    document.adoptedStyleSheets = [];
  },

  // Text that a box of fixed size cuts off; what is hidden from sight on purpose is one pixel high.
  clipped() {
    return [...document.querySelectorAll("body *")].filter((e) => {
      if (e.closest("svg") || !e.textContent.trim() || !this.isShown(e)) return false;
      const style = getComputedStyle(e);
      const tall = e.scrollHeight > e.clientHeight + 1 && /hidden|clip/.test(style.overflowY);
      const wide = e.scrollWidth > e.clientWidth + 1 && /hidden|clip/.test(style.overflowX);
      return e.clientHeight > 1 && (tall || wide);
    }).map((e) => this.describe(e));
  },

  // Controls under 24 by 24 CSS pixels; links within a sentence are free to be as small as its text.
  tooSmall() {
    const controls = "button, input:not([type=hidden]), select, textarea, summary, [role=button], nav li > a, header a";
    return [...document.querySelectorAll(controls)].filter((e) => {
      const box = e.getBoundingClientRect();
      return this.isShown(e) && (box.width < 24 || box.height < 24);
    }).map((e) => {
      const box = e.getBoundingClientRect();
      return `${this.describe(e)} ${Math.round(box.width)}×${Math.round(box.height)}`;
    });
  },

  // The names that sighted readers see over each group of choices; an empty one is a lost legend.
  legends() {
    return [...new Set([...document.querySelectorAll("input[type=radio], input[type=checkbox]")]
      .map((e) => e.closest("fieldset")))]
      .map((set) => {
        const legend = set && set.querySelector("legend");
        const parts = legend ? [legend, ...legend.querySelectorAll("*")] : [];
        return legend && parts.every((e) => this.isShown(e)) ? legend.innerText.trim().replace(/\s+/g, " ") : "";
      });
  },
})
