// Numbers everything that can be reached by Tab, and tells how many there are. A map leaves itself out: a list beside it says the same.
() => {
  const all = [...document.querySelectorAll("a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
  window.proofReachable = all.filter((each) => !each.disabled && each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }));
  return window.proofReachable.length;
}
