/** Shorter than what the browser counts as a long task. */
const SLICE_MS = 20

/** Does work that can be interrupted at each `yield` in one go. */
export function atOnce<T>(work: Iterator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) {
      return step.value
    }
  }
}

/** Does it in slices, between which the page takes key presses and paints. */
export async function inSlices<T>(work: Iterator<void, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS
    do {
      const step = work.next()
      if (step.done) {
        return step.value
      }
    } while (performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve))
  }
}
