// The sum of all layout shifts since the page began; entries from before are handed over too.
() =>
  new Promise((tell) => {
    let sum = 0;
    const watch = new PerformanceObserver((list) => list.getEntries().forEach((each) => (sum += each.value)));
    watch.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(sum), 0)));
  })
