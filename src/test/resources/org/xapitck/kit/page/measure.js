// What a reader would trip over, as a list of sentences; with axe-core, what that finds as well.
(async () => {
  const found = []
  // the simulator's page fills itself
  while (document.getElementById('now') && !document.getElementById('now').textContent) {
    await new Promise(then => setTimeout(then, 10))
  }
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) {
    found.push('the page is ' + root.scrollWidth + ' px wide in ' + innerWidth)
  }
  const scrolls = e => e && e !== document.body
    && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement))
  for (const e of document.body.querySelectorAll('*')) {
    const box = e.getBoundingClientRect()
    if (box.width && box.right > innerWidth + 1 && box.left >= 0 && !scrolls(e)) {
      found.push('sticks out: ' + e.outerHTML.slice(0, 120))
    }
    const clipped = getComputedStyle(e).overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1
    if (clipped && box.left >= 0) {
      found.push('is clipped: ' + e.outerHTML.slice(0, 120))
    }
  }
  const result = WITH_AXE ? await axe.run(document, { resultTypes: ['violations'] }) : { violations: [] }
  for (const one of result.violations.filter(v => ['serious', 'critical'].includes(v.impact))) {
    for (const node of one.nodes.slice(0, 3)) {
      found.push('axe ' + one.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary)
    }
  }
  return found
})()
