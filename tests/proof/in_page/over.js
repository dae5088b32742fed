// How many pixels the page is wider than the window, and what stands out. What scrolls in a box of its own does not count.
() => {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return [0, ""];
  const scrolls = (each) => each && (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
  const out = [...document.body.querySelectorAll("*")].filter(
    (each) => each.getBoundingClientRect().right > innerWidth + 1 && !scrolls(each)
  );
  const last = out.at(-1);
  return [over, last ? `${last.tagName.toLowerCase()}.${last.getAttribute("class")} “${last.textContent.trim().slice(0, 40)}”` : ""];
}
