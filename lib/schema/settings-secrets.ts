import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import type { Catalogue } from './keys'
import { letters, nearestAmong, prepare } from './nearest'
import { isSecretVariable, secretIn } from './secret-names'
import type { Suggestion, SuggestionFor } from './suggestion'
import type { Walk } from './walk'

/** A credential among settings: "key" when its key is known for one, "name" going by its name, else what its shape shows. */
export type FoundSecret = { readonly path: PlistPath; readonly why: string }

/** What finds the credentials among the settings of one domain of a product. A text that is wholly a variable is none. */
export type SecretsOf = {
  /**
   * Every one: of the keys that the manifests call one, under a name that sounds like one, or like a key that holds one,
   * and is no key, and in texts whose shape shows what they are.
   */
  readonly secretsOfSettings: (domain: string, settings: PlistDict) => FoundSecret[]
  /** The credentials that no manifest calls one. */
  readonly unnamedSecretsOf: (domain: string, settings: PlistDict) => FoundSecret[]
}

/** The finder for the keys that a walk knows. */
export function secretsOf(
  walk: Walk,
  suggestFor: SuggestionFor,
  { allKeys }: Pick<Catalogue, 'allKeys'>,
): SecretsOf {
  const secretKeys = allKeys.filter(({ definition }) => definition.secret === true)
  const names = prepare(secretKeys, ({ name }) => name)
  const plain = new Set(secretKeys.map(({ name }) => letters(name)))
  // Guessing among all keys takes long for thousands of names, few of which are near that of a secret.
  const suggestionFor: SuggestionFor = (domain, path) => {
    const name = String(path.at(-1))
    const near = plain.has(letters(name)) || /[./:>]/.test(name) || nearestAmong(names, name) !== undefined
    return near ? suggestFor(domain, path) : undefined
  }
  const unnamedSecretsOf: SecretsOf['unnamedSecretsOf'] = (domain, settings) => [
    ...inStrayKeys(domain, settings, walk, suggestionFor),
    ...inKnownKeys(domain, settings, walk),
  ]
  return {
    secretsOfSettings: (domain, settings) => [
      ...ofSecretKeys(domain, settings, walk),
      ...unnamedSecretsOf(domain, settings),
    ],
    unnamedSecretsOf,
  }
}

/** Credentials anywhere in a tree, going by names and shapes alone; nothing is looked for at the places that `skip` names. */
export function secretsByName(
  node: PlistValue,
  { path = [], key = '', skip = () => false }: SweepOptions = {},
): FoundSecret[] {
  if (skip(path, node)) {
    return []
  }
  if (node.type === 'dict') {
    return node.entries.flatMap((entry) =>
      secretsByName(entry.value, { path: [...path, entry.key], key: entry.key, skip }),
    )
  }
  if (node.type === 'array') {
    return node.items.flatMap((item, index) => secretsByName(item, { path: [...path, index], key, skip }))
  }
  const why = isVariable(node) ? null : secretIn(key, node)
  return why === null ? [] : [{ path, why }]
}

type SweepOptions = {
  readonly path?: PlistPath
  /** The key that the node stands under. */
  readonly key?: string
  readonly skip?: (path: PlistPath, node: PlistValue) => boolean
}

function ofSecretKeys(domain: string, settings: PlistDict, { configuredKeys }: Walk): FoundSecret[] {
  const subject = { settings: new Map([[domain, settings]]) }
  return configuredKeys(subject)
    .filter(({ key }) => key.definition.secret === true)
    .filter(({ value }) => !isEmpty(value) && !isVariable(value))
    .map(({ path }) => ({ path, why: 'key' }))
}

function inStrayKeys(
  domain: string,
  settings: PlistDict,
  { strayKeys }: Walk,
  suggestionFor: SuggestionFor,
): FoundSecret[] {
  return strayKeys({ settings: new Map([[domain, settings]]) }, [domain]).flatMap(({ path, value }) => {
    const found = secretsByName(value, { path, key: String(path.at(-1)) })
    return found.length === 0 && isMeantForSecret(value, () => suggestionFor(domain, path))
      ? [{ path, why: 'name' }]
      : found
  })
}

/** Whether the key that was probably meant holds a credential: "OIDCClientSecert" does. */
function isMeantForSecret(value: PlistValue, meant: () => Suggestion | undefined): boolean {
  return (
    value.type === 'string' &&
    !isEmpty(value) &&
    !isVariable(value) &&
    meant()?.key.definition.secret === true
  )
}

/** Names of known keys are the vendor's own and mean what the manifest says; only the shape of a value counts. */
function inKnownKeys(domain: string, settings: PlistDict, { configuredKeys }: Walk): FoundSecret[] {
  return configuredKeys({ settings: new Map([[domain, settings]]) })
    .filter(({ key }) => key.definition.secret !== true)
    .flatMap(({ path, value }) =>
      value.type === 'array'
        ? value.items.flatMap((item, index) => inText(item, [...path, index]))
        : inText(value, path),
    )
}

/** A text alone: dictionaries inside hold keys that have their turn. */
function inText(value: PlistValue, path: PlistPath): FoundSecret[] {
  return value.type === 'string' ? secretsByName(value, { path }) : []
}

function isEmpty(value: PlistValue): boolean {
  return (
    (value.type === 'string' && value.value.trim() === '') ||
    (value.type === 'data' && value.value.length === 0) ||
    (value.type === 'array' && value.items.length === 0) ||
    (value.type === 'dict' && value.entries.length === 0)
  )
}

const isVariable = (value: PlistValue) => value.type === 'string' && isSecretVariable(value.value)
