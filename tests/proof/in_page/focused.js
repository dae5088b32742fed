// What is reached now: its number (-1: something not numbered, null: the page itself), and what is wrong with how it shows.
() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const name = `${at.tagName.toLowerCase()}.${at.getAttribute("class")} “${at.textContent.trim().slice(0, 40)}”`;
  const wrong = [];
  if (!(style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)) wrong.push(`${name} does not show that it is reached`);
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push(`${name} is reached out of sight`);
  return [window.proofReachable.indexOf(at), wrong, name, at.classList.contains("skip")];
}
