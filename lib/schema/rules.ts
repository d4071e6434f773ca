import type { Edit, Issue, KeyPlace, Repair } from '../api/issue'
import type { TestKind } from '../api/report'
import type { PlistDict, PlistPath } from '../plist/value'
import type { Faults } from './faults'
import type { ProviderGuide } from './guide'
import type { ProductHelp } from './help'
import type { Catalogue, KnownKey } from './keys'
import type { Linking } from './link'
import type { RetiredKey } from './manifest'
import type { ProductFacts } from './product'
import type { SetUpGuide } from './set-up'
import type { Context, Settings } from './settings'

/** Settings of another product or of macOS, by their payload type or preference domain. */
export type ForeignSettings = { readonly domain: string; readonly settings: PlistDict }

export type AdviceOptions = {
  /** The day that expiry dates are measured against; the present one when absent. */
  readonly today?: Date
  /** Payload types of the same profile that are no product's. */
  readonly foreignPayloadTypes?: readonly string[]
  /** Settings of the same profile that are no product's. */
  readonly foreign?: readonly ForeignSettings[]
}

/**
 * What the settings of a domain are in a configuration: those that others depend on, such as organizations deliver beside
 * those, or either.
 */
export type Role = 'main' | 'companion' | 'unclear'

/** What a product says of keys that are missing. */
export type Demands = {
  readonly roleOf: (root: PlistDict, domain: string, settings: Settings) => Role
  /** Whether the key is missed also where the role of the settings is unclear. */
  readonly isFirst: (key: KnownKey) => boolean
  /** Whether nothing shows that the key is missing. */
  readonly isNeedless: (key: KnownKey, settings: Settings) => boolean
  /** What to say of settings whose role is unclear, of the key with this name. */
  readonly whenUnclear: (name: string) => string
  readonly repairFor: (key: KnownKey, settings: Settings, faults: Faults) => Repair | undefined
}

/** The panel that comes first on a tab: what is needed with these settings. */
export type Lead = {
  readonly tab: string
  readonly title: string
  readonly description: string
  /** Ids of keys, in their order. */
  readonly keys: readonly string[]
  /** The panel for what else has the title of this one. */
  readonly otherwise: string
}

/** What works out a value for itself while a key is not configured. */
export type Computed = {
  readonly value: string
  /** One sentence: where the value comes from. */
  readonly sentence: string
}

/** What a product judges its settings by. */
export type Rules = {
  /** What the keys of each link share, and when they differ on purpose, by the id of the link. */
  readonly reasons?: { readonly [link: string]: string }
  readonly demands?: Demands
  /** What an administrator should reconsider about the settings as a whole. */
  readonly advice?: (settings: Settings, options: AdviceOptions) => readonly Issue[]
  /** Leaves out of what is wrong with single keys what advice says better, and adds what it knows. */
  readonly weigh?: (own: readonly Issue[], advised: readonly Issue[], settings: Settings) => readonly Issue[]
  /** Rules whose repairs copy the value of another key. */
  readonly copying?: readonly string[]
  /** Rules that compare keys or speak of what a value is for, and do not call it wrong. */
  readonly comparing?: readonly string[]
  /** Names of rules that speak of where a value leads or of the key itself, so that no other way to write it is better. */
  readonly aside?: readonly string[]
}

/** A product as the house sees it: its tables, and what it does with settings. Everything that has no question mark is needed. */
export type Product = {
  readonly facts: ProductFacts
  readonly catalogue: Catalogue
  /** How its settings look from its domains; absent: it has no identity providers. */
  readonly seen?: (settings: Settings) => View
  /** How the list of configurations calls the identity provider of the settings; null while there is none. */
  readonly providerTitle?: (settings: Settings) => string | null
  readonly linking?: Linking
  readonly lead?: (settings: Settings) => Lead
  /** Whether the key is one of the few that are worked out while they are not configured, and the value. */
  readonly computed?: {
    readonly mayBe: (domain: string, path: PlistPath) => boolean
    readonly valueOf: (domain: string, path: PlistPath, settings: Settings) => Computed | null
  }
  /** What a new configuration may start from, loaded when one is made. */
  readonly templates?: () => Promise<readonly Template[]>
  /** Questions that tell which provider of a vendor is meant, loaded when somebody asks. */
  readonly guides?: () => Promise<readonly ProviderGuide[]>
  /** What an administrator does at each identity provider, loaded when somebody opens it. */
  readonly setUp?: () => Promise<readonly SetUpGuide[]>
  /** The tests that make sense for the settings. */
  readonly tests?: (settings: Settings) => readonly TestKind[]
  /** What people read of its keys, loaded when they ask. */
  readonly help: () => Promise<ProductHelp>
  /** What each domain is for, in a sentence or two, by the ids of the manifests. */
  readonly about: () => Promise<{ readonly [manifest: string]: string }>
  /** A sentence for what the status and the successor of a key that is not offered do not say. */
  readonly retiredInWords?: () => Promise<(key: RetiredKey) => string | undefined>
  /** What its settings are judged by: most of what is known of it, loaded with the checks and not before. */
  readonly rules?: () => Promise<Rules>
}

/** A product whose rules are there. */
export type Judged = Product & Rules

/** What a new configuration may start from. */
export type Template = {
  readonly id: string
  readonly title: string
  /** One sentence: what it is for. Absent: it has what its provider needs, and no more. */
  readonly purpose?: string
  /** The identity provider that it starts with. */
  readonly provider?: string
  /** What only the administrator knows: the key, its path as it is written with --set, and a clause. */
  readonly toFill?: readonly {
    readonly domain: string
    readonly path: PlistPath
    readonly name: string
    readonly what: string
  }[]
  /** What its design asks for beside its keys, or leaves open on purpose, a sentence each. */
  readonly notes?: readonly string[]
  /** Where what it sets up is described. */
  readonly source?: string
  /** The key that a new configuration is opened at; absent: the first to fill in, else the first that it sets. */
  readonly opensAt?: KeyPlace
  /** What it sets: what only the administrator knows stays absent. */
  readonly edits: () => readonly Edit[]
}

/** Settings seen from one of the domains of a product, with the array positions of `path` filled in. */
export type View = (domain: string, path?: PlistPath) => Context

/** How settings look from the domains of a product: worked out once, for whoever asks for many keys. */
export function seenBy(product: Product, settings: Settings): View {
  return (
    product.seen?.(settings) ??
    ((domain, path = []) => ({
      provider: null,
      settings,
      domain,
      positions: path.filter((step) => typeof step === 'number'),
    }))
  )
}

/** The preference domains that are a product's: those it reads, and those of former versions. */
export function domainsOf({ catalogue, facts }: Product): readonly string[] {
  return [...catalogue.knownDomains, ...(facts.formerDomains ?? [])]
}
