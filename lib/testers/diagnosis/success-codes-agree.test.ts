import { describe, expect, test } from 'vitest'
import { checkSettings } from '@/lib/products/check'
import { codeSpelled } from '@/lib/products/jamf-connect/passwords/code-spelling'
import { passwordCodes } from '@/lib/products/jamf-connect/passwords/password-codes'
import { refusedPasswords } from '@/lib/products/jamf-connect/passwords/refused-passwords'
import { settingsOf } from '@/lib/schema/fixtures/settings'
import { diagnose } from './diagnose'
import { examplesOf } from './examples'
import { requestsOf } from './row'
import { diagnosisRows } from './rows'

const RULES = ['every-password-passes', 'unknown-success-code']

/** What the check says of a text as a success code: an error, advice, or nothing. */
function judged(code: string, provider = 'Custom'): 'error' | 'advice' | null {
  const login = { OIDCProvider: provider, ROPGSuccessCodes: [code] }
  const found = checkSettings(settingsOf({ login })).filter(({ rule }) => RULES.includes(rule))
  return found[0]?.severity ?? null
}

const sentenceOf = (text = '') => /"(?:error_description|errorSummary)":"([^"]+)"/.exec(text)?.[1]

/** Each answer of the truth table, with what of it somebody may list as a success code. */
const answers = diagnosisRows
  .filter((row) => requestsOf(row).includes('password-check') && row.match.symptom === undefined)
  .flatMap((row) => examplesOf(row).map((example) => ({ row, example })))
  .map(({ row, example }) => {
    const { code, verdict } = diagnose({ ...example, request: 'password-check' })
    const words = example.description ?? sentenceOf(example.text) ?? ''
    // Behind a code, the sentence of an example is a made-up one.
    const told = row.match.code === undefined || (code !== null && words.includes(code)) ? words : ''
    const texts = [code ?? '', told].filter((text) => text !== '')
    return { row: row.id, verdict, texts }
  })
  .filter(({ texts }) => texts.length > 0)

test.each(['AADSTS53002', 'AADSTS50005'])('%s is said in the words of the check', (code) => {
  const { verdict, clause } = diagnose({
    provider: 'EntraID',
    status: 400,
    text: JSON.stringify({ error: 'interaction_required', error_description: `${code}: Refused.` }),
    request: 'password-check',
  })
  const meaning = passwordCodes.find((each) => each.code === code)?.meaning
  expect({ verdict, clause }).toEqual({ verdict: 'unknown', clause: `this is the answer ${meaning}` })
})

describe('the check of success codes and the truth table say the same', () => {
  test.each(answers.flatMap(({ texts, ...rest }) => texts.map((text) => ({ ...rest, text }))))(
    '$row: $text',
    ({ text, verdict }) => {
      const severity = judged(text)
      if (verdict === 'password-wrong' || verdict === 'may-be-wrong') {
        expect(severity).toBe('error')
      } else if (verdict === 'password-right') {
        expect(severity).not.toBe('error')
      } else {
        expect(severity).not.toBeNull()
      }
    },
  )
})

test('whatever is called wrong in one place is called so in the other', () => {
  for (const { match, sentences = [] } of Object.values(refusedPasswords) as {
    match: { code?: readonly string[] }
    sentences?: readonly string[]
  }[]) {
    for (const text of [...(match.code ?? []), ...sentences]) {
      expect(judged(text), text).toBe('error')
      expect(judged(text.slice(0, -2)), text).toBe('error')
    }
  }
  for (const { code, vendor, says } of passwordCodes.filter(
    (each) => each.code !== codeSpelled('invalid_grant'),
  )) {
    const { verdict } = diagnose({
      provider: vendor === 'any' ? 'Custom' : vendor,
      description: `${code}: x`,
    })
    expect(says === 'right' && verdict === 'password-wrong', code).toBe(false)
    expect(says !== 'wrong' && verdict === 'password-wrong', code).toBe(false)
  }
})

test('words of wrong passwords are found in any order, longer texts by the code that they name', () => {
  const wrong = [
    'Bad username or password',
    'The password is incorrect',
    'Password is incorrect',
    'user name is wrong',
    'authentication failed.',
    'The credentials are not valid',
    'AADSTS50064: Credential validation failed.',
    '50126 - see the log',
    'MSIS9659: Der Benutzername ist falsch',
    'user credentials',
    'or password',
    'Wrong password, or the account is locked',
    'invalid_credentials',
  ]
  for (const text of wrong) {
    expect(judged(text), text).toBe('error')
  }
  for (const text of [
    'AADSTS50076: Due to a configuration change',
    'AADSTS50158',
    'AADSTS50079 AADSTS50076',
  ]) {
    expect(judged(text), text).toBeNull()
  }
  expect(judged('MFA', 'OneLogin')).toBeNull()
  for (const text of [
    'second factor wanted',
    // The word of OneLogin, at a provider that nobody knows to say it.
    'MFA',
    'The password is not wrong',
    'Client credentials are invalid',
    'push sent',
  ]) {
    expect(judged(text), text).toBe('advice')
  }
})
