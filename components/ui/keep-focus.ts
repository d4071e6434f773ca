/** So many frames after an act its control may go: a check of a large profile takes a while. */
const PATIENCE = 240

/**
 * Does what a control is for that may go away by it, such as a repair. The focus then goes to the nearest part of the
 * page around it that stays, unless somebody has moved it meanwhile; else the keyboard would begin at the top again.
 */
export function keepFocus(control: HTMLElement, act: () => void): void {
  const around: HTMLElement[] = []
  for (let part = control.parentElement; part; part = part.parentElement) {
    around.push(part)
  }
  act()
  watch(control, around, PATIENCE)
}

function watch(control: HTMLElement, around: readonly HTMLElement[], frames: number): void {
  requestAnimationFrame(() => {
    if (control.isConnected) {
      if (frames > 0) {
        watch(control, around, frames - 1)
      }
    } else if (document.activeElement === document.body) {
      const stays = around.find((part) => part.isConnected)
      stays?.setAttribute('tabindex', stays.getAttribute('tabindex') ?? '-1')
      stays?.focus({ preventScroll: true })
    }
  })
}
