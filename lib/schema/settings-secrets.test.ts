import { expect, test } from 'vitest'
import type { PlistDict } from '../plist/value'
import { secretsOfSettings } from '../products/secrets'

const text = (key: string, value: string): PlistDict => ({
  type: 'dict',
  entries: [{ key, value: { type: 'string', value } }],
})
const found = (domain: string, settings: PlistDict) =>
  secretsOfSettings(domain, settings).map(({ path }) => path.join('/'))

test.each(['OIDCClientSercet', 'OIDCClinetSecret', 'ROPGClientSecrte', 'ROPGClientSecretX'])(
  'what stands under %s is a credential, since the key that was meant holds one',
  (key) => {
    expect(found('com.jamf.connect.login', text(key, 'q9$Lm-42'))).toEqual([key])
    expect(found('com.jamf.connect.login', text(key, '{{clientSecret}}'))).toEqual([])
    expect(found('com.jamf.connect.login', text(key, ' '))).toEqual([])
  },
)

test('what stands under a misspelt key that holds no credential is none', () => {
  for (const key of ['OIDCClientIdd', 'OIDCTennant', 'SomethingElse']) {
    expect(found('com.jamf.connect.login', text(key, 'q9$Lm-42'))).toEqual([])
  }
})
