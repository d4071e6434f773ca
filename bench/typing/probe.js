// Runs in every page: the time from a key press to the first moment after the frame it caused has been painted.
window.presses = []
document.addEventListener(
  'keydown',
  (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => window.presses.push(performance.now() - event.timeStamp)
      port2.postMessage(null)
    })
  },
  true,
)
