// A resolver of W3C Web Annotations of our own: it knows the Recommendation and the page's paragraphs, nothing else of us.
//
// arguments[0]: an annotation. Returns the words its selectors find in this document: by position, by quote, and as the
// browser would mark them. An ambiguous quote is settled by the position, a quote found nowhere is an error.

const annotation = arguments[0];
const paragraphs = [...document.querySelectorAll(".report-text > p")];
const text = paragraphs.map((paragraph) => paragraph.textContent).join("\n\n");

function selector(type) {
  const found = [annotation.target.selector].flat().find((each) => each.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
}

// Positions count Unicode code points; a string of JavaScript counts UTF-16 units.
function unit(codePoint) {
  return [...text].slice(0, codePoint).join("").length;
}

function byPosition() {
  const { start, end } = selector("TextPositionSelector");
  return { start: unit(start), end: unit(end) };
}

function byQuote(near) {
  const { exact, prefix = "", suffix = "" } = selector("TextQuoteSelector");
  const found = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    if (text.slice(0, at).endsWith(prefix) && text.slice(end).startsWith(suffix)) found.push({ start: at, end });
  }
  if (!found.length) throw new Error("the quote is nowhere");
  return found.find((span) => span.start === near.start) ?? found[0];
}

// A range for each paragraph that has a part of the span: notes stand between paragraphs and are none of the words.
function marked(span) {
  let start = 0;
  const parts = [];
  for (const paragraph of paragraphs) {
    const end = start + paragraph.textContent.length;
    if (start < span.end && span.start < end) {
      const range = document.createRange();
      range.setStart(...place(paragraph, Math.max(span.start, start) - start));
      range.setEnd(...place(paragraph, Math.min(span.end, end) - start));
      parts.push(range.toString());
    }
    start = end + 2;
  }
  return parts.join("\n\n");
}

function place(paragraph, offset) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (offset <= node.length) return [node, offset];
    offset -= node.length;
  }
  throw new Error("the span ends beyond its paragraph");
}

const position = byPosition();
const quote = byQuote(position);
const { start, end } = selector("TextPositionSelector"); // as a careless program would take them
return {
  position: text.slice(position.start, position.end),
  quote: text.slice(quote.start, quote.end),
  same: position.start === quote.start && position.end === quote.end,
  marked: marked(quote),
  fitsInUnits: text.slice(start, end) === selector("TextQuoteSelector").exact,
};
