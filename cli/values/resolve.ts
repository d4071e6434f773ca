import { valueAt } from '@/lib/plist/tree'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { isJamfConnectDomain, jamfConnectDomains } from '@/lib/profile/domains'
import { findSettings, settingsByDomain } from '@/lib/profile/shapes'
import { findKey, holdsKeys, knownDomains } from '@/lib/schema/keys'
import type { KeyDefinition } from '@/lib/schema/manifest'
import { CliError } from '../cli-error'
import { suggestionFor } from '../nearest'
import type { Address } from './assignment'

/** The place of a setting: the domain, and the path with list positions as numbers. */
export type Target = { readonly domain: string; readonly path: PlistPath; readonly name: string }

/**
 * Finds what an address means in a profile. Without a domain it is the one that has the key in the file, else the one
 * whose manifest knows it, those in the file first, else the only domain of the file. Throws CliError when several
 * domains are equally likely, or none is.
 */
export function resolveAddress(address: Address, root: PlistValue, fileName: string): Target {
  const settings = settingsByDomain(root, findSettings(root, fileName))
  const domain = address.domain ?? likelyDomain(address, settings)
  if (!isJamfConnectDomain(domain)) {
    const meant = suggestionFor(domain, jamfConnectDomains)
    throw new CliError(`${domain} is not a preference domain of Jamf Connect.${meant}`)
  }
  const path = pathIn(domain, address.steps, settings.get(domain))
  return { domain, path, name: address.steps.join('/') }
}

/** What the manifest says of a place, elements of lists of texts and of dictionaries of texts included. */
export function definitionAt({ domain, path }: Target): KeyDefinition | undefined {
  const own = findKey(domain, path)?.definition
  const parent = findKey(domain, path.slice(0, -1))?.definition
  if (own === undefined && (parent?.kind === 'string-list' || parent?.kind === 'string-map')) {
    return { ...parent, kind: 'string' } as KeyDefinition
  }
  return own
}

function likelyDomain({ steps, text }: Address, settings: ReadonlyMap<string, PlistValue>): string {
  const present = [...settings.keys()]
  const holds = (domain: string) => {
    const root = settings.get(domain)
    return root !== undefined && valueAt(root, pathIn(domain, steps, root)) !== undefined
  }
  const knows = (domain: string) => {
    const path = pathIn(domain, steps, settings.get(domain))
    return holdsKeys(domain, path) || definitionAt({ domain, path, name: text }) !== undefined
  }
  const circles = [present.filter(holds), present.filter(knows), knownDomains.filter(knows), present]
  const [first, ...others] = circles.find((domains) => domains.length > 0) ?? []
  if (first !== undefined && others.length === 0) {
    return first
  }
  if (first === undefined) {
    throw new CliError(
      `${text} is in no manifest. Name its domain: com.jamf.connect.login:${text}, for example.`,
    )
  }
  const spelled = [first, ...others].map((domain) => `${domain}:${text}`).join(' or ')
  throw new CliError(`${text} may belong to several domains. Write ${spelled}.`)
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
