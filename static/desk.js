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
    show();
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
    const first = lines.findIndex((line) => line.contains(range.startContainer));
    const last = lines.findIndex((line) => line.contains(range.endContainer));
    if (first < 0 || last < 0) return null;
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
    let start = place(first, until(lines[first], range.startContainer, range.startOffset));
    let end = place(last, until(lines[last], range.endContainer, range.endOffset));
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
    for (const field of empty.querySelectorAll("[name]")) {
      const name = field.name.replace(place(empty), "");
      const dated = /^(event|due)_/.exec(name);
      if (own.test(`-${name}`) || (dated && !words.includes(date(dated[1])))) continue;
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
    empty.scrollIntoView({ block: "nearest" });
    empty.querySelector("textarea[name$='-paraphrase']").focus();
  }

  function bodies() {
    const boxes = [...form.querySelectorAll("fieldset.bodies input[type=checkbox]")];
    const value = !boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = value;
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
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
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
