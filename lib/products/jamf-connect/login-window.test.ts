import { describe, expect, it } from 'vitest'
import type { PlistDict, PlistValue } from '../../plist/value'
import { loginWindow as draw, type LookOf } from './login-window'

const on: PlistValue = { type: 'boolean', value: true }
const text = (value: string): PlistValue => ({ type: 'string', value })
const login = (keys: Record<string, PlistValue>): ReadonlyMap<string, PlistDict> =>
  new Map([
    [
      'com.jamf.connect.login',
      { type: 'dict', entries: Object.entries(keys).map(([key, value]) => ({ key, value })) },
    ],
  ])

type Drawn = ReturnType<typeof login>
const loginWindow = (settings: Drawn, version: LookOf = 'to-2.44') => draw(settings, version)

describe('loginWindow', () => {
  it('shows the web page of an OpenID Connect provider and the fields of Jamf Connect for Okta', () => {
    expect(loginWindow(login({ OIDCProvider: text('EntraID') })).screen).toBe('web')
    expect(loginWindow(login({ OIDCProvider: text('Okta') })).screen).toBe('okta')
    expect(loginWindow(login({})).screen).toBe('local')
  })

  it('shows the local login first when OIDCDefaultLocal is on', () => {
    expect(loginWindow(login({ OIDCProvider: text('EntraID'), OIDCDefaultLocal: on })).screen).toBe('local')
  })

  it('offers the local login by its configured title, and not at all when DenyLocal is on', () => {
    const titled = login({ OIDCProvider: text('Custom'), OIDCLocalAuthButton: text('Log in offline') })
    expect(loginWindow(titled).edge).toContain('Log in offline')
    const denied = login({ OIDCProvider: text('Custom'), DenyLocal: on })
    expect(loginWindow(denied).edge).not.toContain('Local Login')
  })

  it('shows a button only for what is configured, and hides what is switched off', () => {
    expect(loginWindow(login({ OIDCProvider: text('Custom') })).edge).toEqual([
      'Local Login',
      'Refresh',
      'Restart',
      'Shut Down',
    ])
    const full = { AllowNetworkSelection: on, HelpURL: text('https://help.example.com'), OIDCHideRestart: on }
    expect(loginWindow(login({ OIDCProvider: text('Custom'), ...full })).edge).toEqual([
      'Local Login',
      'Network',
      'Help',
      'Refresh',
      'Shut Down',
    ])
  })

  it('has its buttons in the upper right corner since 2.45, and at the lower edge before', () => {
    const settings = login({ OIDCProvider: text('Custom'), OIDCHideRestart: on })
    expect(loginWindow(settings, 'from-2.45')).toMatchObject({
      corner: ['Shut Down', 'Sleep', 'Local Login'],
      edge: ['Refresh'],
    })
    expect(loginWindow(settings, 'to-2.44')).toMatchObject({
      corner: [],
      edge: ['Local Login', 'Refresh', 'Shut Down'],
    })
  })

  it('draws the logo and the message only on the screens that show them', () => {
    const look = { LoginLogo: text('/logo.png'), LoginWindowMessage: text('Welcome') }
    const drawn = (provider: string, more = {}) =>
      loginWindow(login({ OIDCProvider: text(provider), ...look, ...more }))
    expect(drawn('Okta')).toMatchObject({ logo: '/logo.png', message: 'Welcome' })
    expect(drawn('OktaIdentityEngine').logo).toBe('/logo.png')
    expect(drawn('OneLogin')).toMatchObject({ logo: null, message: 'Welcome' })
    expect(drawn('EntraID')).toMatchObject({ logo: null, message: null })
    expect(drawn('EntraID', { OIDCDefaultLocal: on }).message).toBe('Welcome')
  })

  it('says where the logo and the message appear when it is not the first screen', () => {
    const remarks = loginWindow(
      login({ OIDCProvider: text('EntraID'), LoginLogo: text('/a.png'), LoginWindowMessage: text('Hello') }),
    ).remarks
    expect(remarks).toHaveLength(2)
  })
})
