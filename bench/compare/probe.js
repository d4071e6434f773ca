// Runs in every page: the time from a press or a choice to the first moment after the paint of what is waited for.
window.shownAfter = null
window.until = (selector, text) => {
  window.shownAfter = null
  const kinds = ['click', 'change']
  const isThere = () =>
    [...document.querySelectorAll(selector)].some((found) => found.textContent.endsWith(text))
  const begin = ({ timeStamp }) => {
    for (const kind of kinds) {
      document.removeEventListener(kind, begin, true)
    }
    const observer = new MutationObserver(() => {
      if (isThere()) {
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            window.shownAfter = performance.now() - timeStamp
          }
          port2.postMessage(null)
        })
      }
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }
  for (const kind of kinds) {
    document.addEventListener(kind, begin, true)
  }
}
