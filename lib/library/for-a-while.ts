import { setImmediate } from 'node:timers/promises'

/**
 * Does `act` for one item after the other for as long as `patience` in milliseconds lasts, at least for the first; other
 * requests come in between. What is left is for another time.
 */
export async function forAWhile<T>(
  items: Iterable<T>,
  patience: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const end = performance.now() + patience
  for (const item of items) {
    await act(item)
    if (performance.now() >= end) {
      return
    }
    await setImmediate()
  }
}
