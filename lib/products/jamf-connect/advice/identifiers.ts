import { sampleIn } from '../../../schema/samples'
import { nameOfPath } from '../../../schema/words'
import { seenFrom } from '../context'
import { findKey } from '../keys'
import { identifierFlaw, identifierOf } from '../links/sound'
import { isGuid } from '../providers/guid'
import { traitsOf } from '../providers/vendors'
import { configuredKeys } from './looked-up'
import {
  advise,
  connect,
  login,
  type Place,
  type Rule,
  refuse,
  repair,
  type Subject,
  text,
  textOf,
} from './rule'

/** Tenants and client IDs that the provider behind the address cannot have issued. */
export const identifierForm: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    if (value.type !== 'string' || sampleIn(value.value, key.name, key.definition) !== null) {
      return []
    }
    const flaw = identifierFlaw(key, value.value, seenFrom(subject.context, key.domain))
    if (flaw === null) {
      return []
    }
    const place = { domain: key.domain, path }
    const { suggestion } = flaw
    const mend = suggestion === undefined ? undefined : repair(`Use ${suggestion}`, [place, text(suggestion)])
    const say = flaw.severity === 'error' ? refuse : advise
    return [say('identifier-form', place, `${nameOfPath(path)} ${flaw.message}`, mend)]
  })

const pairs = [
  [login('OIDCTenant'), login('OIDCClientID')],
  [login('OIDCTenant'), login('OIDCROPGID')],
  [login('ROPGTenant'), login('OIDCROPGID')],
  [connect('IdPSettings', 'TenantID'), connect('IdPSettings', 'ROPGID')],
] as const

/** The client ID in place of the tenant: both are GUIDs of the same page. */
export const tenantIsClient: Rule = (subject) => {
  const found = new Map(
    pairs
      .filter(([tenant, client]) => isDirectory(tenant, subject) && sameGuid(tenant, client, subject))
      .toReversed()
      .map((pair) => [nameOfPath(pair[0].path), pair]),
  )
  return [...found.values()].map(([tenant, client]) => {
    const message = `${nameOfPath(tenant.path)} and ${nameOfPath(client.path)} hold the same GUID. The tenant is the directory (tenant) ID, which Microsoft Entra ID shows beside the application (client) ID.`
    return refuse('tenant-is-client', tenant, message)
  })
}

function isDirectory({ domain, path }: Place, { context }: Subject): boolean {
  const key = findKey(domain, path)
  const found = key && identifierOf(key, seenFrom(context, domain))
  return traitsOf(found?.vendor ?? null)?.tenant?.is === 'directory'
}

function sameGuid(tenant: Place, client: Place, subject: Subject): boolean {
  const value = textOf(subject, tenant).trim().toLowerCase()
  return isGuid(value) && value === textOf(subject, client).trim().toLowerCase()
}
