// Headings and the addresses of links in the order of the page, as somebody has it who sees no layout.
() => ({
  headings: [...document.querySelectorAll("h1, h2, h3")].map((each) => each.textContent.replace(/\s+/g, "")).filter(Boolean),
  links: [...document.querySelectorAll("body a[href]")].map((each) => each.href),
})
