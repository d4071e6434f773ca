/**
 * Runs an act when the frame that is being made has been painted; at once where nothing is painted: outside a browser, and
 * in a page that is hidden.
 */
export function afterPaint(act: () => void): void {
  if (typeof requestAnimationFrame === 'undefined' || document.visibilityState === 'hidden') {
    act()
  } else {
    requestAnimationFrame(() => void setTimeout(act))
  }
}
