import type { KnownKey } from './keys'
import type { Keys, Manifest, Section } from './manifest'

/** What people read of a key when they ask. It stands beside the manifest, so that a form is drawn without it. */
export type Help = {
  /** One or two sentences for the administrator: what the key makes the Mac do. */
  readonly description: string
  /** Other labels in use; search finds the key by them. */
  readonly alsoCalled?: readonly string[]
  /** What happens while the key is not configured, as a sentence. */
  readonly whenAbsent?: string
  /** What the administrator has to know beyond the description: conflicts in the sources, limits. */
  readonly note?: string
  /** When the value is that of the key which the field offers, and when it is another one. */
  readonly offered?: OfferHelp
  /** Version of the product, as its documentation writes it. */
  readonly introduced?: string
  /** Address of the vendor page, or the public repository and file; absent: that of the section. */
  readonly source?: string
}

/** What people read before they take the value of another key. */
export type OfferHelp = {
  /** The question: "One application or two?" */
  readonly title: string
  readonly text: string
  readonly source: string
}

/** Help as it is shown: a key without a source of its own has that of its section. */
export type ShownHelp = Help & { readonly source: string }

/** Help for these keys and for those inside them: each has its entry, or it does not compile. */
export type HelpOfKeys<K extends Keys> = {
  readonly [N in keyof K]: Help &
    (K[N] extends { readonly keys: infer Inner extends Keys }
      ? { readonly keys: HelpOfKeys<Inner> }
      : unknown)
}

/** Help for a section, which is one page of the vendor's reference, and for its keys. */
export type HelpOf<S extends Section> = { readonly source: string; readonly keys: HelpOfKeys<S['keys']> }

/** Help for the keys of a manifest, by the ids of its sections. */
export type HelpFor<M extends Manifest> = {
  readonly [S in M['sections'][number] as S['id']]: HelpOf<S>
}

type Entry = Help & { readonly keys?: Entries }
type Entries = { readonly [key: string]: Entry }

type SectionHelp = { readonly source: string; readonly keys: Entries }

/** Help for the keys of a product, by the ids of its manifests and sections. */
export type ProductHelp = { readonly [manifest: string]: { readonly [section: string]: SectionHelp } }

/** The entry of a key; undefined when there is none. */
export function helpIn(table: ProductHelp, { manifest, section, path }: KnownKey): Help | undefined {
  const around = section.dictionary?.split('/').length ?? 0
  const [first, ...inside] = path.slice(around).filter((step) => step !== '[]')
  return inside.reduce<Entry | undefined>(
    (entry, step) => entry?.keys?.[step],
    table[manifest.id]?.[section.id]?.keys[first ?? ''],
  )
}

/** What is shown of a key. */
export function shownHelp(table: ProductHelp, key: KnownKey): ShownHelp {
  const own = helpIn(table, key)
  return { description: '', ...own, source: own?.source ?? sectionSource(table, key) }
}

/** The page that a section is taken from; empty where the table does not have it. */
export function sectionSource(table: ProductHelp, { manifest, section }: SectionPlace): string {
  return table[manifest.id]?.[section.id]?.source ?? ''
}

/** A section of a manifest. */
export type SectionPlace = {
  readonly manifest: { readonly id: string }
  readonly section: { readonly id: string }
}
