import { child } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import { secretsOfSettings } from '../products/secrets'
import { secretsByName } from '../schema/settings-secrets'
import { nameOfPath } from '../schema/words'
import { payloadsOf } from './payloads/payload-keys'
import { findSettings, foreignSettings, type SettingsPlace, settingsAt } from './payloads/shapes'

/** A credential that can be read in a profile. */
export type ProfileSecret = {
  /** From the root of the tree. */
  readonly path: PlistPath
  /** The preference domain or payload type that holds it; empty for a list of which neither is known. */
  readonly holder: string
  /** Its key, with those around it inside the settings: "IdPSettings/ClientSecret". */
  readonly name: string
}

/** A payload of this type is a private key with its certificate (apple/device-management, com.apple.security.pkcs12). */
const IDENTITY_TYPE = 'com.apple.security.pkcs12'

/**
 * Every credential in a profile or property list, in the order of the file: in settings of Jamf Connect by what the manifests
 * say, elsewhere by name and shape, and the private keys of identity payloads. `fileName` places a bare list.
 */
export function secretsOf(root: PlistValue, fileName?: string): ProfileSecret[] {
  const places = findSettings(root, fileName)
  const own = places.flatMap((place) =>
    secretsOfSettings(place.domain, settingsAt(root, place)).map(({ path }) =>
      told([...place.path, ...path], place.path, place.domain),
    ),
  )
  const holders = holdersOf(root)
  const elsewhere = [...secretsByName(root, { skip: oneOf(places) }), ...identities(root)].map(({ path }) => {
    const holder = holders.find(({ path: start }) => start.every((step, index) => path[index] === step))
    return told(path, holder?.path ?? [], holder?.name ?? '')
  })
  const all = branch([...own, ...elsewhere])
  return [...inOrder(root, all)]
}

/** The tree without what stands at the paths of `secrets`; everything beside them stays the same object. */
export function withoutThese(root: PlistValue, secrets: readonly ProfileSecret[]): PlistValue {
  return secrets.length === 0 ? root : (pruned(root, branch(secrets)) ?? root)
}

/** Paths that begin alike, put together, so that a tree is walked once however many there are. */
type Branch = { secret?: ProfileSecret; readonly steps: Map<string | number, Branch> }

function branch(secrets: readonly ProfileSecret[]): Branch {
  const top: Branch = { steps: new Map() }
  for (const secret of secrets) {
    let at = top
    for (const step of secret.path) {
      const next = at.steps.get(step) ?? { steps: new Map() }
      at.steps.set(step, next)
      at = next
    }
    at.secret ??= secret
  }
  return top
}

/** What hangs on the branch, in the order of the tree; of a value that is one as a whole, the parts are not told. */
function* inOrder(node: PlistValue, { secret, steps }: Branch): Generator<ProfileSecret> {
  if (secret) {
    yield secret
    return
  }
  for (const [step, value] of membersOf(node)) {
    const next = steps.get(step)
    if (next) {
      yield* inOrder(value, next)
    }
  }
}

function pruned(node: PlistValue, { secret, steps }: Branch): PlistValue | null {
  if (secret) {
    return null
  }
  if (node.type === 'dict') {
    const entries = node.entries.flatMap((entry) => {
      const next = steps.get(entry.key)
      const value = next ? pruned(entry.value, next) : entry.value
      return value === null ? [] : [value === entry.value ? entry : { key: entry.key, value }]
    })
    return { type: 'dict', entries }
  }
  if (node.type === 'array') {
    const items = node.items.flatMap((item, index) => {
      const next = steps.get(index)
      return (next ? pruned(item, next) : item) ?? []
    })
    return { type: 'array', items }
  }
  return node
}

function membersOf(node: PlistValue): [string | number, PlistValue][] {
  if (node.type === 'dict') {
    return node.entries.map(({ key, value }) => [key, value])
  }
  return node.type === 'array' ? node.items.map((item, index) => [index, item]) : []
}

function told(path: PlistPath, start: PlistPath, holder: string): ProfileSecret {
  return { path, holder, name: nameOfPath(path.slice(start.length)) }
}

/** Whether a path is that of a place with settings of Jamf Connect, which the manifests know. */
function oneOf(places: readonly SettingsPlace[]): (path: PlistPath) => boolean {
  const known = new Set(places.map(({ path }) => JSON.stringify(path)))
  const lengths = new Set(places.map(({ path }) => path.length))
  return (path) => lengths.has(path.length) && known.has(JSON.stringify(path))
}

/** Where settings and payloads of others begin, the innermost first. */
function holdersOf(root: PlistValue): { readonly path: PlistPath; readonly name: string }[] {
  const settings = foreignSettings(root).map(({ path, domain }) => ({ path, name: domain }))
  const payloads = payloadsOf(root).map(({ path, type }) => ({ path, name: type }))
  return [...settings, ...payloads].sort((left, right) => right.path.length - left.path.length)
}

function identities(root: PlistValue): { readonly path: PlistPath }[] {
  return payloadsOf(root)
    .filter(({ type, dict }) => type === IDENTITY_TYPE && child(dict, 'PayloadContent')?.type === 'data')
    .map(({ path }) => ({ path: [...path, 'PayloadContent'] }))
}
