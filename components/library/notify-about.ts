import { notify } from '@/components/ui/toast'

type Told = { readonly ids: readonly string[]; readonly close: () => void }

/** No more notices are shown at once. */
const MOST = 3
let told: readonly Told[] = []

/** Shows a notice about configurations, for as long as each of them is where it was: it is not deleted, brought back or removed. */
export function notifyAbout(ids: readonly string[], ...said: Parameters<typeof notify>): void {
  told = [...told.slice(1 - MOST), { ids, close: notify(...said) }]
}

/** Ends what is said of a configuration that is somewhere else now. */
export function endNotices(id: string): void {
  const over = told.filter(({ ids }) => ids.includes(id))
  told = told.filter((each) => !over.includes(each))
  for (const { close } of over) {
    close()
  }
}
