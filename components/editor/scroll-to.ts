/**
 * Brings an element into view. What is far away has no layout yet and gets it when it comes near, which moves it again:
 * engines differ in whether they follow, so the way is gone twice.
 */
export function scrollTo(element: Element, block: 'center' | 'start'): void {
  const go = () => element.scrollIntoView({ block })
  go()
  requestAnimationFrame(() => requestAnimationFrame(go))
}

/** Marks the row of a key that was asked for, until the focus leaves it. */
export function markAsked(element: Element): void {
  const row = element.closest('[data-field]') ?? element
  row.setAttribute('data-asked', '')
  const stay = (event: Event) => {
    const to = event instanceof FocusEvent ? event.relatedTarget : null
    // Without a target the window lost the focus, and gets it back.
    if (to instanceof Node && !row.contains(to)) {
      row.removeAttribute('data-asked')
      row.removeEventListener('focusout', stay)
    }
  }
  row.addEventListener('focusout', stay)
}
