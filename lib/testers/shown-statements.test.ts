import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrubber } from '../egress/scrubber'
import { configured } from '../products/jamf-connect/outcome/fixtures/settings'
import { onTheMac } from '../products/jamf-connect/outcome/on-the-mac'
import { shownStatements } from './shown-statements'

const settings = configured({ OIDCProvider: 'Custom', OIDCAdmin: ['operators'], OIDCShortName: 'uid' })

function shown(claims: Readonly<Record<string, unknown>>, secrets: Record<string, string>, userName = '') {
  const scrub = scrubber()
  for (const [name, value] of Object.entries(secrets)) {
    scrub.conceal(name, value)
  }
  const statements = shownStatements(onTheMac({ settings, claims }), { claims, clean: scrub.clean, userName })
  return { statements, told: (id: string) => statements.find((statement) => statement.id === id) }
}

describe('what is shown of a prediction', () => {
  it('says that a value is the same as the secret, and not another value', () => {
    const { statements, told } = shown({ uid: 'maple.leaf', name: 'M' }, { password: 'maple.leaf' })
    expect(told('account-name')?.value).toBe('(same as the password)')
    expect(JSON.stringify(statements)).not.toContain('maple.leaf')
    const other = shown({ uid: 'x', groups: ['k-4417'] }, { client_secret: 'k-4417' })
    expect(other.told('token-values')?.marks?.[0]?.value).toBe('(same as the client secret)')
  })

  it('is what was predicted where the password is spelled like the user name that was typed', () => {
    const { told } = shown({ uid: 'Orla@acme.com' }, { password: 'orla' }, 'orla@acme.com')
    expect(told('account-name')?.value).toBe('orla')
  })

  it('keeps our own words, whatever the password is', () => {
    const words = ['account', 'password', 'token', 'OIDCShortName', 'sign-in', 'Rights']
    const claims = { uid: 'orla', name: 'Orla Bee', groups: ['operators'] }
    const plain = shown(claims, {}).statements
    for (const password of words) {
      expect(shown(claims, { password }).statements).toEqual(plain)
    }
  })

  it('offers no repair that would write what stands for a secret', () => {
    const claims = { uid: 'orla', groups: ['Operators'] }
    expect(shown(claims, {}).told('rights')?.repair?.title).toBe('Use "Operators" in OIDCAdmin')
    const { told } = shown(claims, { password: 'Operators' })
    expect(told('rights')).toBeDefined()
    expect(told('rights')?.repair).toBeUndefined()
  })

  it('holds no secret that a claim holds', () => {
    const name = fc.constantFrom('uid', 'unique_name', 'name', 'groups', 'sub', 'email')
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1 }),
        fc.stringMatching(/^[!-~]{0,70}$/),
        fc.boolean(),
        (names, around, list) => {
          const secret = 'q7#Zx-secret'
          const value = `${around}${secret}@${around}`
          const claims = Object.fromEntries(names.map((each) => [each, list ? [value] : value]))
          expect(JSON.stringify(shown(claims, { access_token: secret }).statements)).not.toContain(secret)
        },
      ),
    )
  })
})
