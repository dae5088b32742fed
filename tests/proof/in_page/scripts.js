// Everything a browser would run; a block of data is none.
() => [
  ...[...document.scripts].filter((each) => each.type !== "application/ld+json").map((each) => `<script> ${each.src}`),
  ...[...document.querySelectorAll("*")].flatMap((each) =>
    [...each.attributes].filter((given) => /^on/.test(given.name) || /^javascript:/i.test(given.value)).map((given) => `${each.tagName} ${given.name}`)
  ),
]
