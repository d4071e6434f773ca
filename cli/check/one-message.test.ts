import { expect, test } from 'vitest'
import { checkSettings } from '@/lib/products/check'
import { dict } from '@/lib/profile/fixtures/sample-trees'
import { oneMessageEach } from './one-message'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'

/** Settings of both apps with an odd discovery address each. */
const settings = (login: string, menuBar: string) =>
  new Map([
    [LOGIN, dict({ OIDCProvider: 'Custom', OIDCDiscoveryURL: login })],
    [CONNECT, dict({ IdPSettings: { Provider: 'Custom', DiscoveryURL: menuBar } })],
  ])
const clear = (found: ReturnType<typeof settings>) =>
  oneMessageEach(checkSettings(found), found).filter(({ rule }) => rule === 'clear-text-address')

test('what linked keys share is one message that names them all', () => {
  const same = 'http://id.example.com/.well-known/openid-configuration'
  const issues = clear(settings(same, same))
  expect(issues).toHaveLength(1)
  expect(issues[0]?.message).toMatch(
    /^OIDCDiscoveryURL .* IdPSettings\/DiscoveryURL of com\.jamf\.connect\.$/,
  )
})

test('keys with values of their own keep their messages', () => {
  const issues = clear(settings('http://a.example.com/x', 'http://b.example.com/x'))
  expect(issues.map(({ path }) => path.join('/'))).toEqual(['OIDCDiscoveryURL', 'IdPSettings/DiscoveryURL'])
})
