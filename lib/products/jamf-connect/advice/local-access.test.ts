import { expect, test } from 'vitest'
import { type Plain, settingsOf } from '../../../schema/fixtures/settings'
import { checkSettings } from '../../check'

const lockOut = (login: { [key: string]: Plain }) =>
  checkSettings(settingsOf({ login: { OIDCProvider: 'EntraID', ...login } })).filter(
    ({ rule }) => rule === 'lock-out',
  )

test.each<[key: string, value: Plain]>([
  ['DenyLocalExcluded', 'rescue'],
  ['DenyLocalExcluded', true],
  ['DenyLocalExcluded', ['rescue', 501]],
  ['DenyLocalExcluded', { name: 'rescue' }],
  ['LocalFallback', 'true'],
  ['LocalFallback', 1],
])('%s as %j is no way in, and that is said beside its wrong type', (key, value) => {
  const [issue, ...others] = lockOut({ DenyLocal: true, [key]: value })
  expect(others).toEqual([])
  expect(issue?.message).toMatch(
    new RegExp(`nobody in .* What ${key} holds is of the wrong type, .* not counted`),
  )
  expect(issue?.repair?.title).toBe('Turn on LocalFallback')
})

test.each<[value: Plain]>([['true'], [1], ['YES'], [7], [2.5], ['t']])(
  'DenyLocal as %j may deny all the same',
  (DenyLocal) => {
    expect(lockOut({ DenyLocal })).toMatchObject([
      {
        path: ['DenyLocal'],
        message: expect.stringMatching(/^DenyLocal, if a Mac takes its value for on, lets/),
      },
    ])
    expect(lockOut({ DenyLocal, LocalFallback: true })).toEqual([])
  },
)

test.each<[login: { [key: string]: Plain }]>([
  [{ DenyLocal: 'no' }],
  [{ DenyLocal: 0 }],
  [{ DenyLocal: true, DenyLocalExcluded: ['root', 'helpdesk'] }],
  [{ DenyLocal: true, DenyLocalExcluded: ['CHANGEME', '$EMAIL'] }],
  [{ DenyLocal: ['x'] }],
  [{ DenyLocal: true, LocalFallback: true, DenyLocalExcluded: 'rescue' }],
  [{ DenyLocal: true, LocalFallback: 'true', DenyLocalExcluded: ['rescue'] }],
])('%j lets somebody in', (login) => {
  expect(lockOut(login)).toEqual([])
})

test.each([[['']], [['<local admin>']], [[]]])('an exception for %j is none', (DenyLocalExcluded) => {
  expect(lockOut({ DenyLocal: true, DenyLocalExcluded })).toHaveLength(1)
})

test.each([
  ['helpdesk, rescue'],
  ['helpdesk;rescue'],
  ['changeme'],
  ['@@RESCUE@@'],
  ['XXXXXX'],
  ['YOUR_ADMINISTRATOR'],
  ['your-account-name'],
  ['daemon'],
  ['_mbsetupuser'],
  ['%RESCUE_NAME%'],
  ['{{rescuename}}'],
  ['rescue\u200b'],
])('“%s” is told, so it is no way in that is known', (name) => {
  const [issue, ...others] = lockOut({ DenyLocal: true, DenyLocalExcluded: ['', name] })
  expect(others).toEqual([])
  expect(issue).toMatchObject({
    aboutAccess: true,
    message: expect.stringMatching(/^DenyLocal may let nobody in .* As far as is known, nobody can sign in/),
    repair: { title: 'Turn on LocalFallback' },
  })
})
