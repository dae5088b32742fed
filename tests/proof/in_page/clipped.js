// Words that are cut off by a box around them.
() => {
  const found = [];
  const within = (words, box) => words.left >= box.left - 1 && words.right <= box.right + 1 && words.top >= box.top - 1 && words.bottom <= box.bottom + 1;
  for (const box of document.body.querySelectorAll("*:not(svg)")) {
    const style = getComputedStyle(box);
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || box.clientWidth <= 1) continue;
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode;
      if (!at.data.trim() || at.parentElement.closest("title, .unseen") || !at.parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(at);
      if ([...range.getClientRects()].some((words) => words.width && !within(words, box.getBoundingClientRect())))
        found.push(`${box.tagName.toLowerCase()}.${box.getAttribute("class")} “${at.data.trim().slice(0, 40)}”`);
    }
  }
  return found;
}
