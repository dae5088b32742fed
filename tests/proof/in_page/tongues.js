// Words in a script or language that their `lang` does not say. A title of a window cannot be marked in part.
(known) => {
  const page = document.documentElement.lang;
  const tongue = (each) => each.closest("[lang]").lang.slice(0, 2);
  const english = /[A-Za-z’']{2,}(?:[ ,;:]+[A-Za-z’']{2,}){2,}/;
  const silent = "script, style, code, textarea, input, title";
  const wrong = [];
  const look = (words, each) => {
    if (/[가-힣]/.test(words) && tongue(each) !== "ko") wrong.push(`Korean not marked: “${words.trim().slice(0, 60)}”`);
    const rest = known.reduce((left, name) => left.replaceAll(name, ""), words);
    if (page === "ko" && english.test(rest) && tongue(each) === "ko") wrong.push(`English not marked: “${words.trim().slice(0, 60)}”`);
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const above = walker.currentNode.parentElement;
    if (!above.closest(silent)) look(walker.currentNode.data, above);
  }
  for (const each of document.querySelectorAll("[title], [aria-label], [alt], [placeholder]"))
    for (const name of ["title", "aria-label", "alt", "placeholder"]) if (each.hasAttribute(name)) look(each.getAttribute(name), each);
  return wrong;
}
