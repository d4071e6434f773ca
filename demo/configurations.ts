import type { NewConfiguration } from '@/lib/library/create'
import { encodeBase64 } from '@/lib/plist/base64'
import type { PlistValue } from '@/lib/plist/value'
import { writeXml } from '@/lib/plist/xml/writer'
import { contextOf } from '@/lib/products/jamf-connect/context'
import type { ProviderId } from '@/lib/products/jamf-connect/providers/provider-rows'
import { providerOf } from '@/lib/products/jamf-connect/providers/providers'
import { mergeLinked } from '@/lib/products/linked-issues'
import { linkedEdits, linkOf } from '@/lib/products/links'
import { applyEdits, setSetting } from '@/lib/profile/edit'
import { inspect } from '@/lib/profile/inspect'
import { findSettings, settingsByDomain } from '@/lib/profile/payloads/shapes'
import { profileFor } from '@/lib/profile/template'
import { clientIds, clientSecret, redirectUri as usualRedirectUri } from './clients'

const login = 'com.jamf.connect.login'
const connect = 'com.jamf.connect'

/** Values by key; null takes a key away. */
type Values = { readonly [key: string]: string | readonly string[] | boolean | null }

/** A configuration of the demo: what it shows, and how to see it. */
export type DemoConfiguration = {
  readonly name: string
  readonly shows: string
  readonly content: NewConfiguration
}

/**
 * The configurations of the demo, for a provider with this issuer and an Okta organization at this address. `redirectUri`:
 * that of Jamf Connect unless given.
 */
export function demoConfigurations(
  issuer: string,
  okta: string,
  redirectUri: string = usualRedirectUri,
): readonly DemoConfiguration[] {
  return [
    ...scenes(issuer).map((scene) =>
      made(scene.name, scene.shows, customProfile(scene, issuer, redirectUri)),
    ),
    made('Okta · Authentication API', 'the Okta test, with every factor', oktaProfile(okta)),
  ]
}

type Scene = {
  readonly name: string
  readonly shows: string
  readonly login?: Values
  /** Keys of IdPSettings of Self Service+, and those beside it. */
  readonly connect?: Values
  readonly outside?: Values
}

const code = 'AADSTS50076'

/** In the order in which a newcomer wants to see them; the first one works. */
function scenes(issuer: string): readonly Scene[] {
  const elsewhere = `${issuer}/realms/acme/.well-known/openid-configuration`
  const confidential = { OIDCClientID: clientIds.confidential, OIDCROPGID: clientIds.confidential }
  return [
    { name: 'Everything works', shows: 'a sign-in and a password check that pass; Mia passes too' },
    {
      name: 'Confidential client',
      shows: 'the same with a client secret',
      login: { ...confidential, OIDCClientSecret: clientSecret },
      connect: { ROPGID: clientIds.confidential, ClientSecret: clientSecret },
    },
    {
      name: 'Second factor not listed',
      shows: 'Mia: the password is right, and Jamf Connect may call it wrong',
      login: { ROPGSuccessCodes: null },
      connect: { SuccessCodes: null },
    },
    {
      name: 'Group differs in case',
      shows: 'Ada signs in as a standard user',
      login: { OIDCAdmin: ['mac admins'] },
    },
    {
      name: 'Wrong client ID',
      shows: 'a client the provider does not know',
      login: { OIDCClientID: 'latchkey-dem0', OIDCROPGID: 'latchkey-dem0' },
      connect: { ROPGID: 'latchkey-dem0' },
    },
    {
      name: 'Redirect URI not registered',
      shows: 'a sign-in that the provider refuses to send back',
      login: { OIDCClientID: clientIds.elsewhere },
    },
    {
      name: 'Wrong discovery URL',
      shows: 'a document that is not there',
      login: { OIDCDiscoveryURL: elsewhere },
      connect: { DiscoveryURL: elsewhere },
    },
    {
      name: 'Password grant not allowed',
      shows: 'a sign-in that passes and a password check that fails',
      login: { OIDCROPGID: clientIds.withoutPasswords },
      connect: { ROPGID: clientIds.withoutPasswords },
    },
    {
      name: 'License expired',
      shows: 'an issue in the editor; the tests pass',
      login: { LicenseFile: expiredLicense() },
      outside: { LicenseFile: expiredLicense() },
    },
  ]
}

function customProfile(scene: Scene, issuer: string, redirectUri: string): PlistValue {
  const { name, login: own = {}, connect: idp = {}, outside = {} } = scene
  const discovery = `${issuer}/.well-known/openid-configuration`
  const started = templateFor(name, 'Custom')
  const loginValues: Values = {
    OIDCDiscoveryURL: discovery,
    OIDCClientID: clientIds.public,
    OIDCROPGID: clientIds.public,
    OIDCRedirectURI: redirectUri,
    OIDCScopes: 'openid+profile+email+groups',
    OIDCShortName: 'preferred_username',
    OIDCFullName: 'name',
    OIDCAdmin: ['Mac Admins'],
    OIDCAdminAttribute: 'groups',
    OIDCNewPassword: false,
    ROPGSuccessCodes: [code],
    ...own,
  }
  const menuBar: Values = {
    DiscoveryURL: discovery,
    ROPGID: clientIds.public,
    SuccessCodes: [code],
    ...idp,
  }
  const withLogin = set(started, login, [], loginValues)
  return set(set(withLogin, connect, ['IdPSettings'], menuBar), connect, [], outside)
}

function oktaProfile(address: string): PlistValue {
  const link = linkOf('login/AuthServer')
  const { host } = new URL(address)
  const edits = link ? linkedEdits(link, { type: 'string', value: host }) : []
  return applyEdits(templateFor('Okta · Authentication API', 'Okta'), edits)
}

function templateFor(name: string, provider: ProviderId): PlistValue {
  return profileFor(provider, { name: `${name} (demo)`, organization: 'Acme' })
}

function set(root: PlistValue, domain: string, parent: readonly string[], values: Values): PlistValue {
  return Object.entries(values).reduce(
    (tree, [key, value]) => setSetting(tree, domain, [...parent, key], value === null ? null : plist(value)),
    root,
  )
}

function plist(value: string | readonly string[] | boolean): PlistValue {
  if (typeof value === 'boolean') {
    return { type: 'boolean', value }
  }
  return typeof value === 'string'
    ? { type: 'string', value }
    : { type: 'array', items: value.map((item) => ({ type: 'string', value: item })) }
}

/** A license in the form of Jamf's, for nobody, over since 2024. */
function expiredLicense(): string {
  const text = (value: string): PlistValue => ({ type: 'string', value })
  const facts = {
    Name: 'Acme',
    Email: 'it@acme.example',
    NumberOfClients: '25',
    ExpirationDate: '2024-06-30',
  }
  const entries = Object.entries(facts).map(([key, value]) => ({ key, value: text(value) }))
  return encodeBase64(new TextEncoder().encode(writeXml({ type: 'dict', entries })))
}

function made(name: string, shows: string, root: PlistValue): DemoConfiguration {
  const places = findSettings(root)
  const settings = settingsByDomain(root, places)
  const issues = mergeLinked(inspect(root, { settings, places }), settings)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const { provider } = contextOf(settings)
  const summary = {
    provider: provider && providerOf(provider).label,
    domains: [...settings.keys()],
    errors,
    advice: issues.length - errors,
  }
  const content = { author: 'owner', name, content: new TextEncoder().encode(writeXml(root)), summary }
  return { name, shows, content }
}
