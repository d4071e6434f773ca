const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' })

/** "18 November 2026 at 09:41:07": where two of the same minute stand beside each other. Local time. */
export const exactDate = (date: Date) => exact.format(date)

type Run = { readonly at: string }

/** What each of several reports is called: when it was run, to the second; those of one second are numbered besides. */
export function reportNames(reports: readonly Run[]): readonly string[] {
  const dates = reports.map(({ at }) => exactDate(new Date(at)))
  return dates.map((date, index) => {
    const twin = dates.slice(0, index).filter((other) => other === date).length
    return twin === 0 ? date : `${date} (${twin + 1})`
  })
}
