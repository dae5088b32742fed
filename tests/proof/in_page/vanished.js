// Which of them cannot be told from their ground any more.
() => {
  const clear = (colour) => !colour || colour === "transparent" || colour === "none" || /^rgba\(.*, 0\)$/.test(colour);
  const ground = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return "";
  };
  const lined = (style) =>
    ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0) ||
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) ||
    style.textDecorationLine !== "none";
  const lost = window.proofPainted.filter(([each, kind, part]) => {
    const style = getComputedStyle(each, part || null);
    if (kind === "shape") {
      const canvas = ground(each.closest("svg"));
      return (clear(style.fill) || style.fill === canvas) && (clear(style.stroke) || style.stroke === canvas);
    }
    const behind = ground(part ? each : each.parentElement);
    return (clear(style.backgroundColor) || style.backgroundColor === behind) && !lined(style);
  });
  return [...new Set(lost.map(([each, , part]) => `${each.tagName.toLowerCase()}.${each.getAttribute("class")}${part}`))];
}
