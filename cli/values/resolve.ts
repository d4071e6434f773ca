import { valueAt } from '@/lib/plist/tree'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { isProductDomain, productDomains } from '@/lib/products/domains'
import { allKeys, findKey, holdsKeys, knownDomains } from '@/lib/products/keys'
import { findSettings, settingsByDomain } from '@/lib/profile/payloads/shapes'
import type { KnownKey } from '@/lib/schema/keys'
import { itemDefinition } from '@/lib/schema/repairs'
import { CliError } from '../cli-error'
import { suggestionFor } from '../nearest'
import type { Address } from './assignment'
import { otherPlace } from './other-place'

/** The place of a setting: the domain, and the path with list positions as numbers. */
export type Target = {
  readonly domain: string
  readonly path: PlistPath
  /** The path in words, and the address as it was given. */
  readonly name: string
  readonly text: string
}

/**
 * Finds what an address means in a profile. Without a domain it is the one that has the key in the file, else the one
 * whose manifest knows it, those in the file first, else the only domain of the file. Throws CliError when several
 * domains are equally likely, or none is.
 */
export function resolveAddress(address: Address, root: PlistValue, fileName: string): Target {
  const settings = settingsByDomain(root, findSettings(root, fileName))
  const domain = address.domain ?? likelyDomain(address, settings)
  if (!isProductDomain(domain)) {
    const meant = suggestionFor(domain, productDomains)
    throw new CliError(`${domain} is not a preference domain of Jamf Connect.${meant}`)
  }
  const path = pathIn(domain, address.steps, settings.get(domain))
  return { domain, path, name: address.steps.join('/'), text: address.text }
}

/** The key at a place; elements of lists of texts and of dictionaries of texts count as one. */
export function keyAt({ domain, path }: Pick<Target, 'domain' | 'path'>): KnownKey | undefined {
  const parent = findKey(domain, path.slice(0, -1))
  const kind = parent?.definition.kind
  return (
    findKey(domain, path) ??
    (parent && (kind === 'string-list' || kind === 'string-map')
      ? { ...parent, definition: itemDefinition(parent.definition) }
      : undefined)
  )
}

function likelyDomain({ steps, text }: Address, settings: ReadonlyMap<string, PlistValue>): string {
  const present = [...settings.keys()]
  const holds = (domain: string) => {
    const root = settings.get(domain)
    return root !== undefined && valueAt(root, pathIn(domain, steps, root)) !== undefined
  }
  const knows = (domain: string) => {
    const path = pathIn(domain, steps, settings.get(domain))
    return holdsKeys(domain, path) || keyAt({ domain, path }) !== undefined
  }
  const circles = [present.filter(holds), present.filter(knows), knownDomains.filter(knows)]
  const likely = circles.find((domains) => domains.length > 0) ?? []
  const [first, ...others] = likely.length === 0 && present.length === 1 ? present : likely
  if (first === undefined) {
    throw new CliError(unknownKey(steps, present))
  }
  if (others.length > 0) {
    const spelled = likely.map((domain) => `${domain}:${text}`).join(' or ')
    throw new CliError(`Several domains have a key ${text}. Write ${spelled}.`)
  }
  return first
}

function unknownKey(steps: readonly string[], present: readonly string[]): string {
  const name = steps.join('/')
  const elsewhere = otherPlace(name)
  if (elsewhere !== null) {
    return elsewhere
  }
  const known = allKeys.map(({ path }) => path.join('/'))
  const [domain = productDomains[0] ?? ''] = present
  return `${name} is in no manifest.${suggestionFor(name, known)} To set it all the same, name its domain and type: ${domain}:${name}=… --type ${domain}:${name}=string.`
}

/** Digits are a position where a list is, or where the manifest says that one will be. */
function pathIn(domain: string, steps: readonly string[], settings: PlistValue | undefined): PlistPath {
  const path: (string | number)[] = []
  let node = settings
  for (const step of steps) {
    const list = node ? node.type === 'array' : path.length > 0 && isList(domain, path)
    const next = list && /^\d{1,6}$/.test(step) ? Number(step) : step
    path.push(next)
    node = node && valueAt(node, [next])
  }
  return path
}

function isList(domain: string, path: PlistPath): boolean {
  return findKey(domain, path)?.definition.kind === 'string-list' || holdsKeys(domain, [...path, 0])
}
