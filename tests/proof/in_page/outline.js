// Headings and the addresses of links in the order of the page, as somebody has it who sees no layout. Numbers that the stylesheet draws and
// what is drawn in a picture are left out: both lead to what stands beside them.
() => ({
  headings: [...document.querySelectorAll("h1, h2, h3")].map((each) => each.textContent.replace(/\s+/g, "")).filter(Boolean),
  links: [...document.querySelectorAll("body a[href]:not(svg a)")].filter((each) => each.textContent.trim()).map((each) => each.href),
})
