import { expect, it } from 'vitest'
import { settingsOf } from '@/lib/schema/fixtures/settings'
import { testedValues } from './tested-values'

const settings = settingsOf({
  login: {
    OIDCProvider: 'PingFederate',
    OIDCROPGID: 'menu-bar',
    OIDCClientSecret: 'never shown',
    ROPGSuccessCodes: ['one', 'two'],
  },
  connect: { IdPSettings: { ROPGID: 'other', ClientSecret: 'never shown' } },
})

it('names the user, the app and the keys behind a password test, and no secret', () => {
  expect(testedValues('ropg', { app: 'login', userName: 'ada' }, settings)).toEqual([
    { name: 'User name', value: 'ada' },
    { name: 'As', value: 'Login window' },
    { name: 'OIDCProvider', value: 'PingFederate' },
    { name: 'OIDCROPGID', value: 'menu-bar' },
    { name: 'ROPGSuccessCodes', value: 'one, two' },
  ])
  expect(testedValues('ropg', { app: 'connect', userName: 'ada' }, settings)).toEqual([
    { name: 'User name', value: 'ada' },
    { name: 'As', value: 'Self Service+' },
    { name: 'ROPGID', value: 'other' },
  ])
})

it('names the keys that a test without a person reads', () => {
  expect(testedValues('discovery', {}, settings)).toEqual([{ name: 'OIDCProvider', value: 'PingFederate' }])
})
