/**
 * Runs every contestant once per round, the order turning from round to round, so that what else the machine does
 * falls on all of them.
 * @param {number} rounds
 * @param {Map<string, () => Promise<number | number[]>>} contestants each run gives one or more measurements
 * @returns {Promise<Map<string, number[]>>} all measurements by contestant
 */
export async function alternate(rounds, contestants) {
  const names = [...contestants.keys()]
  const taken = new Map(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]
      taken.get(name).push(...[await contestants.get(name)()].flat())
    }
  }
  return taken
}

/**
 * The value below which a share of the measurements lies (nearest rank).
 * @param {readonly number[]} measurements
 * @param {number} share 0.5 is the median
 */
export function quantile(measurements, share) {
  const sorted = [...measurements].sort((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** @param {readonly number[]} measurements */
export const median = (measurements) => quantile(measurements, 0.5)

/** @param {readonly number[]} measurements */
export const p95 = (measurements) => quantile(measurements, 0.95)
