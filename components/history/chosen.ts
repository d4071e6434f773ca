/** Which versions are compared, and how the difference is shown. */
export type Chosen = {
  readonly from: number
  readonly to: number
  readonly view: 'keys' | 'xml'
}

/** What the address of the history chooses; the newest version and the one before where it names none that is there. */
export function chosenBy(search: Pick<URLSearchParams, 'get'>, newest: number): Chosen {
  const to = numberIn(search.get('to'), newest) ?? newest
  return {
    from: numberIn(search.get('from'), newest) ?? Math.max(1, to - 1),
    to,
    view: search.get('view') === 'xml' ? 'xml' : 'keys',
  }
}

/** The part of the address that chooses so. */
export function asSearch({ from, to, view }: Chosen): string {
  return `?from=${from}&to=${to}${view === 'xml' ? '&view=xml' : ''}`
}

function numberIn(text: string | null, newest: number): number | null {
  const number = /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0
  return number >= 1 && number <= newest ? number : null
}
