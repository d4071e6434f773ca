import { describe, expect, test } from 'vitest'
import { passwordCode } from '@/lib/products/jamf-connect/passwords/password-codes'
import { diagnosisRows } from '../diagnosis/rows'
import { type PasswordTableRow, passwordTable } from './password-table'

const table = passwordTable()
const vendorOf = ({ row }: PasswordTableRow) => {
  const provider = diagnosisRows.find(({ id }) => id === row)?.provider ?? 'any'
  return provider === 'any' ? null : provider
}
const titles = {
  yes: /^The password is right(, but .+)?$/,
  no: /^The user name or the password is wrong$/,
  'not known': /^Not known whether the password is right: .+$|^.*refused; .* may be wrong$/,
} as const

describe('the truth table of the password check', () => {
  test.each(table.map((row) => [`${row.provider}: ${row.answer}`, row] as const))('%s', (_, row) => {
    expect(row.title).toMatch(titles[row.right])
    for (const [answer, pattern] of Object.entries(titles)) {
      expect([row.title, pattern.test(row.title)]).toEqual([row.title, answer === row.right])
    }
    expect(row.title).not.toMatch(/would call|because of the password|[.!]$/)
    expect(row.source).toMatch(/^https?:\/\/\S+$/)
    if (row.repair !== null) {
      const [, code = ''] = /^Add (\S+) to the success codes$/.exec(row.repair) ?? []
      expect(row.right).toBe('yes')
      expect(passwordCode(code, vendorOf(row))).toMatchObject({ says: 'right', certainty: 'documented' })
    }
  })

  test('agrees with what the codes themselves tell about the password', () => {
    const known = table.flatMap((row) => {
      const code = passwordCode(row.answer, vendorOf(row))
      return code === undefined || row.answer === 'invalid_grant' ? [] : [{ row, code }]
    })
    expect(known.length).toBeGreaterThan(50)
    for (const { row, code } of known) {
      const right = { right: 'yes', wrong: 'no', any: 'not known', unknown: 'not known' }[code.says]
      expect([row.answer, row.right]).toEqual([row.answer, right])
    }
  })

  test('has each answer of a provider once, and all three answers', () => {
    const names = table.map(({ provider, answer }) => `${provider}: ${answer}`)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(table.map(({ right }) => right)).size).toBe(3)
  })
})
