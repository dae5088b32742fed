// Remembers everything that is told by colour alone: boxes without words, bars, dots, and words on a ground of their own.
() => {
  const clear = (colour) => !colour || colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);
  const ground = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  window.proofPainted = [];
  for (const each of document.body.querySelectorAll("main *")) {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const box = each.getBoundingClientRect();
    if (box.width < 3 || box.height < 3) continue;
    if (each instanceof SVGGeometryElement || each instanceof SVGUseElement) {
      const style = getComputedStyle(each);
      if (style.fill !== "none" || style.stroke !== "none") window.proofPainted.push([each, "shape", ""]);
      continue;
    }
    if (each instanceof SVGElement) continue;
    const style = getComputedStyle(each);
    const isWordless = !each.textContent.trim();
    if (!clear(style.backgroundColor) && style.backgroundColor !== ground(each.parentElement) && (isWordless || style.display === "inline"))
      window.proofPainted.push([each, "box", ""]);
    for (const part of ["::before", "::after"]) {
      const made = getComputedStyle(each, part);
      if (made.content !== "none" && /^""$/.test(made.content) && !clear(made.backgroundColor) && made.backgroundColor !== ground(each))
        window.proofPainted.push([each, "box", part]);
    }
  }
  return window.proofPainted.length;
}
