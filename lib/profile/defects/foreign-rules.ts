import type { Issue } from '../../api/issue'
import { valueAt } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import { deviceOnlyTypes, singleTypes, userOnlyTypes } from '../../products/apple/payload-limits'
import { isAtLoginWindow, meantDomain } from '../../products/domains'
import { otherProduct } from '../../products/jamf-connect/other-products'
import { secretIn } from '../../schema/secret-names'
import { nameOfPath } from '../../schema/words'
import { text } from '../payloads/build'
import { domainOfKeys } from '../payloads/infer-domain'
import { isKnownKey } from '../payloads/known-keys'
import { holdsPayloads, textOf } from '../payloads/payload-keys'
import { type ForeignSettings, foreignSettings } from '../payloads/shapes'
import { type Check, type Envelope, type Found, named, renaming, setting } from './envelope'

/** Rules for payloads beside those of Jamf Connect. */
export const foreignRules: { readonly [rule: string]: Check } = {
  'single-payload-type': ({ payloads }) =>
    payloads
      .filter(
        ({ type }, index) =>
          singleTypes.has(type) && payloads.findIndex((other) => other.type === type) < index,
      )
      .map((payload) => ({
        severity: 'error',
        path: payload.path,
        message: `${named(payload)} is the second of type ${payload.type}, of which macOS takes one. Put its settings into the first.`,
      })),

  'scope-of-payload': ({ root, payloads }) => {
    const scope = textOf(root, 'PayloadScope').toLowerCase()
    const wrong = scope === 'user' ? deviceOnlyTypes : scope === 'system' ? userOnlyTypes : new Set()
    return payloads
      .filter(({ type }) => wrong.has(type))
      .map((payload) => ({
        severity: 'advice',
        path: payload.path,
        message: `${named(payload)} (${payload.type}) works in ${scope === 'user' ? 'the System scope' : 'the User scope'} only. Move it to a profile of that scope.`,
      }))
  },

  'secret-in-payload': ({ root }) =>
    foreignSettings(root).flatMap((found) =>
      secretsIn(found.path, found.settings).map(
        ({ path, why }): Found => ({
          severity: 'advice',
          path,
          message: `${holder(found)} holds ${nameOfPath(path.slice(found.path.length))} in clear text${why === 'name' ? '' : `: ${why}`}. Everybody who gets the file can read it.`,
        }),
      ),
    ),

  'other-product': (envelope) =>
    foreignSettings(envelope.root).flatMap((found): Found[] => {
      const product = otherProduct(found.domain)
      const end = product?.loginWindow && configuresLogin(envelope) ? ` ${ONE_LOGIN_WINDOW}` : ''
      return product
        ? [
            {
              severity: 'advice',
              path: found.path,
              message: `The domain ${found.domain} holds settings of ${product.name}. Jamf Connect does not read them.${end}`,
            },
          ]
        : []
    }),

  'settings-in-other-domain': ({ root }) =>
    foreignSettings(root).flatMap((found): Found[] => {
      const meant = otherHome(found)
      return meant
        ? [
            {
              severity: 'error',
              path: found.path,
              message: `The domain ${found.domain} holds settings of ${meant}, which have no effect there: Jamf Connect and Self Service+ read them from ${meant} only. Put them into that domain.`,
              ...moved(root, found, meant),
            },
          ]
        : []
    }),
}

/** What to say of a bare property list that holds no settings of Jamf Connect. */
export function listIssues(root: PlistValue, fileName: string): Issue[] {
  const name = (fileName.split(/[/\\]/).at(-1) ?? '').replace(/(?: \(\d+\))?\.plist$/i, '')
  const product = otherProduct(name)
  const whose = product && {
    rule: 'other-product',
    path: [],
    message: `${name} holds settings of ${product.name}. Jamf Connect does not read them.`,
  }
  const secrets = secretsIn([], root).map(({ path, why }) => ({
    rule: 'secret-in-payload',
    path,
    message: `The list holds ${nameOfPath(path)} in clear text${why === 'name' ? '' : `: ${why}`}. Everybody who gets the file can read it.`,
  }))
  return [...(whose ? [whose] : []), ...secrets].map((issue) => ({
    severity: 'advice',
    domain: null,
    ...issue,
  }))
}

const ONE_LOGIN_WINDOW =
  'It draws the login window as well, and a Mac can have only one: keep one of the two.'

const configuresLogin = ({ places }: Envelope) => places.some(({ domain }) => isAtLoginWindow(domain))

/** The domain of Jamf Connect whose keys stand in a domain that is somebody else's; null when they do not. */
function otherHome({ domain, settings }: ForeignSettings): string | null {
  const keys = settings.entries.map(({ key }) => key)
  if (domain === '' || meantDomain(domain) || otherProduct(domain)) {
    return null
  }
  // Apple's domains and other apps of Jamf have settings of their own beside those that strayed there.
  if (isApples(domain) || /^com\.jamf/i.test(domain)) {
    const known = keys.filter(isKnownKey)
    return isApples(domain) && known.length < 2 ? null : domainOfKeys(known)
  }
  return keys.length < 2 ? null : domainOfKeys(keys)
}

const isApples = (domain: string) => /^com\.apple\./i.test(domain)

/** The repair, where the domain can be renamed as a whole. */
function moved(
  root: PlistValue,
  { path, payload, domain, settings }: ForeignSettings,
  meant: string,
): Pick<Found, 'repair'> {
  // What is somebody else's stays where it is read.
  if (isApples(domain) && !settings.entries.every(({ key }) => isKnownKey(key))) {
    return {}
  }
  if (path === payload.path) {
    return { repair: setting(`Use ${meant}`, [...path, 'PayloadType'], text(meant)) }
  }
  const at = path.slice(0, path.lastIndexOf(domain) + 1)
  const states = valueAt(root, at)
  const taken = valueAt(root, [...at.slice(0, -1), meant]) !== undefined
  return states === undefined || taken ? {} : { repair: renaming(`Use ${meant}`, at, meant, states) }
}

/** The payload, or the domain in managed preferences that the settings are of. */
function holder({ payload, path, domain }: ForeignSettings): string {
  return path.length === payload.path.length ? named(payload) : `The domain ${domain}`
}

type Secret = { readonly path: PlistPath; readonly why: string }

function secretsIn(path: PlistPath, node: PlistValue): Secret[] {
  if (node.type === 'array') {
    return node.items.flatMap((item, index) => secretsIn([...path, index], item))
  }
  if (node.type !== 'dict') {
    return []
  }
  // Payloads inside this one have rows of their own.
  const others = holdsPayloads(node) ? 'PayloadContent' : null
  return node.entries
    .filter(({ key }) => key !== others)
    .flatMap(({ key, value }) => {
      const why = secretIn(key, value)
      return why === null ? secretsIn([...path, key], value) : [{ path: [...path, key], why }]
    })
}
