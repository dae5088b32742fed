// Words that are cut off by their own box.
() => {
  const found = [];
  for (const each of document.body.querySelectorAll("*:not(svg *)")) {
    const style = getComputedStyle(each);
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || each.clientWidth <= 1 || !each.textContent.trim()) continue;
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    if (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      found.push(`${each.tagName.toLowerCase()}.${each.getAttribute("class")} “${each.textContent.trim().slice(0, 40)}”`);
  }
  return found;
}
