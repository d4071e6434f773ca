import { describe, expect, it } from 'vitest'
import type { PlistDict, PlistValue } from '../plist/value'
import { loginWindow } from './login-window'

const on: PlistValue = { type: 'boolean', value: true }
const text = (value: string): PlistValue => ({ type: 'string', value })
const login = (keys: Record<string, PlistValue>): ReadonlyMap<string, PlistDict> =>
  new Map([
    [
      'com.jamf.connect.login',
      { type: 'dict', entries: Object.entries(keys).map(([key, value]) => ({ key, value })) },
    ],
  ])

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
    expect(loginWindow(titled).buttons).toContain('Log in offline')
    const denied = login({ OIDCProvider: text('Custom'), DenyLocal: on })
    expect(loginWindow(denied).buttons).not.toContain('Local Login')
  })

  it('shows a button only for what is configured, and hides what is switched off', () => {
    expect(loginWindow(login({ OIDCProvider: text('Custom') })).buttons).toEqual([
      'Local Login',
      'Refresh',
      'Restart',
      'Shut Down',
    ])
    const full = { AllowNetworkSelection: on, HelpURL: text('https://help.example.com'), OIDCHideRestart: on }
    expect(loginWindow(login({ OIDCProvider: text('Custom'), ...full })).buttons).toEqual([
      'Local Login',
      'Network',
      'Help',
      'Refresh',
      'Shut Down',
    ])
  })

  it('says where the logo and the message appear when it is not the first screen', () => {
    const remarks = loginWindow(
      login({ OIDCProvider: text('EntraID'), LoginLogo: text('/a.png'), LoginWindowMessage: text('Hello') }),
    ).remarks
    expect(remarks).toHaveLength(2)
  })
})
