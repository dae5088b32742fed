// What still moves for somebody who asked that nothing should.
() => [
  ...document.getAnimations().map((each) => `${each.effect.target.tagName} is animated`),
  ...[...document.querySelectorAll("*")]
    .filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0 || getComputedStyle(each).scrollBehavior === "smooth")
    .map((each) => `${each.tagName.toLowerCase()}.${each.getAttribute("class")} is set to move`),
]
