// Keys for the article's screen. Everything they do can be done in the form without them.
"use strict";

(() => {
  const form = document.getElementById("screen");
  const text = form && form.querySelector("section.text");
  if (!form || !text) return;

  const offers = [...form.querySelectorAll("details.offer")];
  const undo = [];
  let at = -1;

  const radios = (box, kind) => [...box.querySelectorAll(`input.${kind}[type=radio]`)];
  const chosen = (inputs) => (inputs.find((input) => input.checked) || { value: "" }).value;
  const decision = (offer) => chosen(radios(offer, "decision"));

  // The questions of one claim, each a list of radio buttons.
  const questions = (offer) => {
    const byName = new Map();
    for (const input of radios(offer, "answer")) {
      byName.set(input.name, [...(byName.get(input.name) || []), input]);
    }
    return [...byName.values()];
  };
  const open = (offer) => questions(offer).find((inputs) => chosen(inputs) === "");

  function choose(inputs, value) {
    undo.push([inputs, chosen(inputs), at]);
    set(inputs, value);
  }

  function set(inputs, value) {
    for (const input of inputs) input.checked = input.value === value;
    touched();
    show();
  }

  // What a key does is typed as well: a page that is not saved yet is not cleared away (desk_over.js).
  function touched() {
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function show() {
    offers.forEach((offer, index) => {
      offer.dataset.decision = decision(offer);
      offer.classList.toggle("current", index === at);
      for (const mark of text.querySelectorAll("mark[data-claims]")) {
        if (!mark.dataset.claims.split(" ").includes(offer.dataset.number)) continue;
        mark.classList.toggle("current", index === at);
        mark.dataset.decision = offer.dataset.decision;
      }
    });
    const left = offers.filter((offer) => decision(offer) === "").length;
    const asked = offers.filter((offer) => decision(offer) === "accept" && open(offer)).length;
    const line = document.getElementById("keys");
    if (line) {
      line.firstElementChild.textContent =
        `${left} of ${offers.length} suggestions left` + (asked ? `, ${asked} with a warning to answer` : "");
    }
  }

  function go(index) {
    if (index < 0 || index >= offers.length) return;
    offers.forEach((offer, n) => {
      if (n !== index && !offer.querySelector(".wrong")) offer.open = false;
    });
    at = index;
    offers[at].open = true;
    show();
    offers[at].scrollIntoView({ block: "nearest" });
    const mark = text.querySelector("mark.current");
    if (mark) mark.scrollIntoView({ block: "center" });
  }

  // The next suggestion that wants something: a decision, or an answer.
  function next() {
    const wants = (offer) => decision(offer) === "" || (decision(offer) === "accept" && open(offer));
    const order = [...offers.keys()].map((n) => (at + 1 + n) % offers.length);
    const index = order.find((n) => wants(offers[n]));
    if (index !== undefined) go(index);
    else show();
  }

  function decide(value) {
    if (at < 0) return go(0);
    choose(radios(offers[at], "decision"), value);
    if (value === "reject" || !open(offers[at])) next();
  }

  function answer(value) {
    const inputs = at >= 0 && open(offers[at]);
    if (!inputs) return;
    choose(inputs, value);
    if (!open(offers[at]) && decision(offers[at]) !== "") next();
  }

  function takeBack() {
    const last = undo.pop();
    if (!last) return;
    go(last[2]);
    set(last[0], last[1]);
  }

  // The words of the text without the numbers that stand in it.
  function wordsOf(node) {
    const copy = node.cloneNode(true);
    for (const number of copy.querySelectorAll(".n, mark > b")) number.remove();
    return copy.textContent;
  }

  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const lines = [...text.querySelectorAll("p[data-start]")];
    // A selection of whole paragraphs ends, and may begin, in what stands beside them: of that nothing counts.
    const within = lines.filter((line) => range.intersectsNode(line));
    if (!within.length) return null;
    const first = lines.indexOf(within[0]);
    const last = lines.indexOf(within[within.length - 1]);
    const until = (line, node, offset) => {
      const part = document.createRange();
      part.setStart(line, 0);
      part.setEnd(node, offset);
      const box = document.createElement("div");
      box.append(part.cloneContents());
      return wordsOf(box).length;
    };
    const bodies = lines.map(wordsOf);
    const place = (n, within) => bodies.slice(0, n).join("\n\n").length + (n ? 2 : 0) + within;
    const body = bodies.join("\n\n");
    const begins = lines[first].contains(range.startContainer);
    const ends = lines[last].contains(range.endContainer);
    let start = place(first, begins ? until(lines[first], range.startContainer, range.startOffset) : 0);
    let end = place(last, ends ? until(lines[last], range.endContainer, range.endOffset) : bodies[last].length);
    while (start < end && /\s/.test(body[start])) start += 1;
    while (end > start && /\s/.test(body[end - 1])) end -= 1;
    return start < end ? { body, start, end } : null;
  }

  // The claim or suggestion in whose words the selection begins, else the last one before it.
  function coveringClaim() {
    const range = window.getSelection().getRangeAt(0);
    const before = [...text.querySelectorAll("mark[data-claims]")].filter((mark) => range.comparePoint(mark, 0) < 0);
    const number = before.length && before.pop().dataset.claims.split(" ").pop();
    return form.querySelector(`details.claim[data-number="${number}"]`);
  }

  // Who speaks, where and about what is as in the claim around the words; a date only if its words are among them.
  function prefill(empty, model, words) {
    const own = /-(pk|suggested|decision|exact|occurrence|paraphrase|utterance|reason|drop|answer.*|TOTAL_FORMS|INITIAL_FORMS)$/;
    const place = (box) => box.querySelector("textarea[name$='-exact']").name.replace(/exact$/, "");
    if (!model) return;
    const date = (name) => model.querySelector(`[name$='-${name}_words']`).value;
    const isPrinted = (name) => date(name) !== "" && words.includes(date(name));
    // As many speakers as there: a chain that is cut says something else.
    const steps = (box) => [...box.querySelectorAll("tr.step:not(.first)")];
    const named = steps(model).filter((row) => [...row.querySelectorAll("input")].some((field) => field.value !== ""));
    for (let n = steps(empty).length; n < named.length; n += 1) addStep(empty, steps(empty).pop(), n);
    for (const field of empty.querySelectorAll("[name]")) {
      const name = field.name.replace(place(empty), "");
      const dated = /^(event|due)_/.exec(name);
      if (own.test(`-${name}`) || (dated && !isPrinted(dated[1]))) continue;
      const like = [...model.querySelectorAll(`[name="${place(model)}${name}"]`)];
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = like.some((other) => other.value === field.value && other.checked);
      } else if (field.multiple) {
        const chosen = like.flatMap((other) => [...other.selectedOptions].map((option) => option.value));
        for (const option of field.options) option.selected = chosen.includes(option.value);
        field.dispatchEvent(new Event("change", { bubbles: true }));
      } else if (like.length) field.value = like[0].value;
    }
  }

  // One more place for a speaker, numbered `n` from nought.
  function addStep(box, row, n) {
    const more = row.cloneNode(true);
    for (const field of more.querySelectorAll("[name]")) {
      field.name = field.name.replace(/-steps-\d+-/, `-steps-${n}-`);
      field.id = field.id.replace(/-steps-\d+-/, `-steps-${n}-`);
    }
    more.querySelector("td.place").textContent = n + 2;
    row.after(more);
    box.querySelector("input[name$='-steps-TOTAL_FORMS']").value = n + 1;
  }

  // Put the selected words into the first place for a claim by hand.
  function claim() {
    const place = selected();
    if (!place) return text.focus();
    const empty = [...form.querySelectorAll("details.claim")].find((box) => {
      const words = box.querySelector("textarea[name$='-exact']");
      return words && !box.querySelector("input.decision") && words.value === "";
    });
    if (!empty) return;
    const words = place.body.slice(place.start, place.end);
    let occurrence = 0;
    for (let found = place.body.indexOf(words); found >= 0 && found <= place.start; found = place.body.indexOf(words, found + 1)) {
      occurrence += 1;
    }
    empty.open = true;
    empty.querySelector("textarea[name$='-exact']").value = words;
    empty.querySelector("input[name$='-occurrence']").value = occurrence;
    const summary = empty.querySelector("summary .words");
    if (summary) summary.textContent = words;
    prefill(empty, coveringClaim(), words);
    touched();
    empty.scrollIntoView({ block: "nearest" });
    empty.querySelector("textarea[name$='-paraphrase']").focus();
  }

  function bodies() {
    const boxes = [...form.querySelectorAll("fieldset.bodies input[type=checkbox]")];
    const value = !boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = value;
    touched();
  }

  function edit() {
    if (at < 0) return;
    offers[at].open = true;
    offers[at].querySelector("textarea[name$='-paraphrase']").focus();
  }

  const keys = {
    a: () => decide("accept"),
    r: () => decide("reject"),
    n: () => go(at + 1),
    p: () => go(at - 1),
    1: () => answer("keep"),
    2: () => answer("leave_out"),
    3: () => answer("hold_back"),
    u: takeBack,
    e: edit,
    c: claim,
    b: bodies,
    s: () => form.querySelector("button[name=_save]").click(),
  };

  // A Korean keyboard gives letters of its own: then the key counts, not the letter.
  function letter(event) {
    const key = /^Key([A-Z])$/.exec(event.code);
    return key && !/^[ -~]$/.test(event.key) ? key[1].toLowerCase() : event.key;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [role=textbox]");
    if (field) {
      if (event.key === "Escape") field.blur();
      return;
    }
    if (document.activeElement === text && /^Arrow(Left|Right)$/.test(event.key)) {
      const how = event.shiftKey ? "extend" : "move";
      window.getSelection().modify(how, event.key === "ArrowRight" ? "forward" : "backward", "word");
      event.preventDefault();
      return;
    }
    const key = letter(event);
    if (!Object.hasOwn(keys, key)) return;
    event.preventDefault();
    // A key that is held down decides once; it may only turn the pages.
    if (!event.repeat || key === "n" || key === "p") keys[key]();
  });

  text.tabIndex = 0;
  text.addEventListener("focus", () => {
    const selection = window.getSelection();
    if (!selection.rangeCount || !text.contains(selection.anchorNode)) {
      const first = text.querySelector("p[data-start]");
      if (first) selection.collapse(first.lastChild, 0);
    }
  });
  for (const mark of text.querySelectorAll("mark[data-claims]")) {
    mark.addEventListener("click", () => {
      const index = offers.findIndex((offer) => mark.dataset.claims.split(" ").includes(offer.dataset.number));
      if (index >= 0 && window.getSelection().isCollapsed) go(index);
    });
  }
  for (const offer of offers) offer.addEventListener("change", show);

  const line = document.getElementById("keys");
  if (line) {
    const help = document.createElement("span");
    help.className = "help";
    for (const [key, what] of [
      ["a", "accept"], ["r", "reject"], ["n", "next"], ["p", "previous"], ["1 2 3", "answer a warning: keep, leave out, hold back"],
      ["b", "put down new bodies"], ["e", "edit"], ["c", "claim from selected words"], ["u", "undo"], ["s", "save"],
    ]) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      help.append(cap, ` ${what}  `);
    }
    const count = document.createElement("b");
    line.replaceChildren(count, " ", help);
  }
  if (offers.length && !form.querySelector(".wrong")) go(offers.findIndex((offer) => decision(offer) === "") || 0);
  show();
})();
