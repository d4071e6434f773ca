import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TestEvent } from '../api/report'
import { configured } from '../products/jamf-connect/outcome/fixtures/settings'
import { onTheMac } from '../products/jamf-connect/outcome/on-the-mac'
import type { Statement, StatementId } from '../products/jamf-connect/outcome/statement'
import { formsInStatements } from './quoted-forms'
import { streamTest } from './stream-test'

const settings = configured({ OIDCProvider: 'Custom', OIDCAdmin: ['operators'], OIDCShortName: 'uid' })

/** What leaves a test that knows these secrets and has predicted from these claims. */
async function shown(
  claims: Readonly<Record<string, unknown>>,
  secrets: Record<string, string>,
  userName = '',
) {
  const options = { kind: 'ropg', checks: [], userName, now: () => 0 } as const
  const events: TestEvent[] = []
  for await (const event of streamTest(options, async (run) => {
    for (const [name, value] of Object.entries(secrets)) {
      run.conceal(name, value)
    }
    run.quote(formsInStatements(claims))
    run.emit({ type: 'mac', statements: onTheMac({ settings, claims }) })
    return null
  })) {
    events.push(event)
  }
  const statements = events.flatMap((event) =>
    event.type === 'mac' ? (event.statements as readonly Statement[]) : [],
  )
  return { statements, told: (id: StatementId) => statements.find((statement) => statement.id === id) }
}

describe('what is shown of a prediction', () => {
  it('says that a value is the same as the secret, and not another value', async () => {
    const { statements, told } = await shown({ uid: 'maple.leaf', name: 'M' }, { password: 'maple.leaf' })
    expect(told('account-name')?.value).toBe('(same as the password)')
    expect(JSON.stringify(statements)).not.toContain('maple.leaf')
    const other = await shown({ uid: 'x', groups: ['k-4417'] }, { client_secret: 'k-4417' })
    expect(other.told('token-values')?.marks?.[0]?.value).toBe('(same as the client secret)')
  })

  it('is what was predicted where the password is spelled like the user name that was typed', async () => {
    const { told } = await shown({ uid: 'Orla@acme.com' }, { password: 'orla' }, 'orla@acme.com')
    expect(told('account-name')?.value).toBe('orla')
  })

  it('keeps our own words, whatever the password is', async () => {
    const words = ['account', 'password', 'token', 'OIDCShortName', 'sign-in', 'Rights']
    const claims = { uid: 'orla', name: 'Orla Bee', groups: ['operators'] }
    const plain = (await shown(claims, {})).statements
    for (const password of words) {
      expect((await shown(claims, { password })).statements).toEqual(plain)
    }
  })

  it('offers no repair that would write what stands for a secret', async () => {
    const claims = { uid: 'orla', groups: ['Operators'] }
    expect((await shown(claims, {})).told('rights')?.repair?.title).toBe('Use "Operators" in OIDCAdmin')
    const { told } = await shown(claims, { password: 'Operators' })
    expect(told('rights')).toBeDefined()
    expect(told('rights')?.repair).toBeUndefined()
  })

  it('holds no secret that a claim holds', async () => {
    const name = fc.constantFrom('uid', 'unique_name', 'name', 'groups', 'sub', 'email')
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 1 }),
        fc.stringMatching(/^[!-~]{0,70}$/),
        fc.boolean(),
        async (names, around, list) => {
          const secret = 'q7#Zx-secret'
          const value = `${around}${secret}@${around}`
          const claims = Object.fromEntries(names.map((each) => [each, list ? [value] : value]))
          const { statements } = await shown(claims, { access_token: secret })
          expect(JSON.stringify(statements)).not.toContain(secret)
        },
      ),
    )
  })
})
