// The rules that a page breaks, each with the places; axe itself is there already.
() =>
  axe
    .run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    })
    .then((found) =>
      found.violations.map((rule) => `${rule.id}: ${rule.nodes.length} × ${rule.nodes[0].target.join(" ")} (${rule.help})`)
    )
