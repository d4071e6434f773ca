import { expect, test } from 'vitest'
import { tree } from '../fixtures/sample-trees'
import { differences } from './differences'

const login = 'com.jamf.connect.login'
const connect = 'com.jamf.connect'

test('of two bare property lists each is read as what its own file says', () => {
  const found = differences(tree({ Odd: 'a' }), tree({ Odd: 'a' }), [`${login}.plist`, `${connect}.plist`])
  expect(found.map(({ domain, path, kind }) => [domain, path, kind])).toEqual([
    [login, ['Odd'], 'removed'],
    [connect, ['Odd'], 'added'],
  ])
})

test('a credential of either is told as dots, whatever the other file is called', () => {
  const told = (first: string, second: string) =>
    JSON.stringify(
      differences(tree({ OIDCClientSecret: 'left-7731' }), tree({ OIDCClientSecret: 'right-7731' }), [
        first,
        second,
      ]).map((difference) => difference.told),
    )
  expect(told(`${login}.plist`, `${login}.plist`)).not.toMatch(/7731/)
  expect(told(`${login}.plist`, 'notes.plist')).not.toMatch(/7731/)
  expect(told('notes.plist', `${login}.plist`)).not.toMatch(/7731/)
})
