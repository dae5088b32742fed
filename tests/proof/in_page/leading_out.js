// Addresses elsewhere that the page's own text links to and that stand on paper; and the page's own address where it has a permanent one.
() => [
  ...[...document.querySelectorAll("main a[href^='http'], .site-foot a[href^='http']")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.host !== location.host)
    .map((each) => each.getAttribute("href")),
]
