// Numbers everything that can be reached by Tab, and tells how many there are.
() => {
  const all = [...document.querySelectorAll("a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
  window.proofReachable = all.filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }));
  return window.proofReachable.length;
}
