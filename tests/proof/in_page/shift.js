// The sum of all layout shifts since the page began, and what moved first; entries from before are handed over too.
() =>
  new Promise((tell) => {
    let sum = 0, first = "";
    const watch = new PerformanceObserver((list) =>
      list.getEntries().forEach((each) => {
        sum += each.value;
        const moved = each.sources.find((source) => source.node);
        first ||= moved ? `${moved.node.nodeName.toLowerCase()}.${moved.node.className ?? ""} “${moved.node.textContent.trim().slice(0, 40)}”` : "";
      })
    );
    watch.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell([sum, first]), 0)));
  })
