import type { TestedValue, TestKind } from '@/lib/api/report'
import type { PlistValue } from '@/lib/plist/value'
import type { KeyId } from '@/lib/products/jamf-connect/manifests/key-ids'
import { keyWithId } from '@/lib/products/keys'
import { type Settings, settingAt } from '@/lib/schema/settings'
import { USER } from './tested-text'

type App = 'login' | 'connect'

const DISCOVERY: readonly KeyId[] = ['login/OIDCProvider', 'login/OIDCTenant', 'login/OIDCDiscoveryURL']

/** Ids of the keys that a test takes its values from, secrets left out. */
const used: Readonly<Record<TestKind, Readonly<Record<App, readonly KeyId[]>>>> = {
  discovery: { login: DISCOVERY, connect: DISCOVERY },
  oidc: {
    login: [...DISCOVERY, 'login/OIDCClientID', 'login/OIDCScopes', 'login/OIDCRedirectURI'],
    connect: [],
  },
  ropg: {
    login: [
      ...DISCOVERY,
      'login/OIDCROPGID',
      'login/ROPGTenant',
      'login/ROPGDiscoveryURL',
      'login/ROPGScopes',
      'login/ROPGSuccessCodes',
    ],
    connect: [
      'connect/IdPSettings/Provider',
      'connect/IdPSettings/ROPGID',
      'connect/IdPSettings/TenantID',
      'connect/IdPSettings/DiscoveryURL',
      'connect/IdPSettings/SuccessCodes',
    ],
  },
  okta: {
    login: ['login/OIDCProvider', 'login/AuthServer'],
    connect: ['connect/IdPSettings/Provider', 'connect/IdPSettings/OktaAuthServer'],
  },
}

const apps: Readonly<Record<App, string>> = { login: 'Login window', connect: 'Self Service+' }

const LONGEST = 300

/** What a run tries: the user, the app it stands for, and the configured keys behind the test. Never a secret. */
export function testedValues(
  kind: TestKind,
  { app, userName }: { readonly app?: unknown; readonly userName?: unknown },
  settings: Settings,
): TestedValue[] {
  const by: App = app === 'connect' ? 'connect' : 'login'
  const keys = used[kind][by].map(keyWithId).filter((key) => key !== undefined)
  return [
    ...(typeof userName === 'string' ? [{ name: USER, value: userName.slice(0, LONGEST) }] : []),
    ...(app === undefined ? [] : [{ name: 'As', value: apps[by] }]),
    ...keys.flatMap(({ domain, path, name, definition }) => {
      const value = settingAt(settings, domain, path)
      const shown = value === undefined || definition.secret ? '' : inWords(value)
      return shown === '' ? [] : [{ name, value: shown }]
    }),
  ]
}

function inWords(value: PlistValue): string {
  const parts = value.type === 'array' ? value.items : [value]
  const texts = parts.map((part) => (part.type === 'string' ? part.value : `a ${part.type}`))
  return texts.join(', ').slice(0, LONGEST)
}
