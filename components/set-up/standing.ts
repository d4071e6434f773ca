import { keyWithId } from '@/lib/products/keys'
import type { KnownKey } from '@/lib/schema/keys'
import type { SetUpGuide, Step } from '@/lib/schema/set-up'
import { counted } from '@/lib/schema/words'

/** A value to bring back into the profile: what the console calls it, and the keys that get it. */
export type Brings = {
  readonly label: string
  readonly note: string | undefined
  /** Those whose fields stand here. */
  readonly keys: readonly KnownKey[]
  /** Those whose fields stand in an earlier step: a page has each field once. */
  readonly elsewhere: readonly { readonly key: KnownKey; readonly step: Step }[]
}

/** Where the fields of a guide stand, by the ids of its steps: each in the first step that brings a value for it. */
export function fieldsIn({ steps }: Pick<SetUpGuide, 'steps'>): ReadonlyMap<string, readonly Brings[]> {
  const first = new Map<string, Step>()
  return new Map(
    steps.map((step) => [
      step.id,
      (step.brings ?? []).map(({ label, note, keys: ids }) => {
        const known = ids.map(keyWithId).filter((key) => key !== undefined)
        const before = known.filter(({ id }) => first.has(id) && first.get(id) !== step)
        for (const { id } of known) {
          first.set(id, first.get(id) ?? step)
        }
        return {
          label,
          note,
          keys: known.filter((key) => !before.includes(key)),
          elsewhere: before.map((key) => ({ key, step: first.get(key.id) ?? step })),
        }
      }),
    ]),
  )
}

/** How far a guide is: steps that everybody does, and those that only some do. */
export type Progress = {
  readonly done: number
  readonly needed: number
  readonly optional: number
  readonly optionalDone: number
}

/** Counts the steps of a guide, and those of them that are done. */
export function progressOf(
  { id, steps }: Pick<SetUpGuide, 'id' | 'steps'>,
  isDone: (guide: string, step: string) => boolean,
): Progress {
  const count = (optional: boolean, which: (step: Step) => boolean) =>
    steps.filter((step) => (step.optional === true) === optional && which(step)).length
  const ticked = (step: Step) => isDone(id, step.id)
  return {
    done: count(false, ticked),
    needed: count(false, () => true),
    optional: count(true, () => true),
    optionalDone: count(true, ticked),
  }
}

/** "4 of 7 done, and 1 of 4 optional steps". */
export function progressInWords({ done, needed, optional, optionalDone }: Progress): string {
  const rest = optional === 0 ? '' : `, and ${optionalDone} of ${counted(optional, 'optional step')}`
  return `${done} of ${needed} done${rest}`
}
