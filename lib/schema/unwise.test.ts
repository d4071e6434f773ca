import { expect, test } from 'vitest'
import { checkSettings } from '../products/check'
import { settingsOf } from './fixtures/settings'
import { mended } from './mend'

const emptyOf = (settings: ReturnType<typeof settingsOf>) =>
  checkSettings(settings).filter(({ rule }) => rule === 'empty-value')

test.each([
  [['', 'ladmin'], ['ladmin']],
  [['', ' ', 'ladmin', ''], ['ladmin']],
  [['', ' '], undefined],
])('the empty items of %j are taken out at once, and a second time changes nothing', (names, left) => {
  const settings = settingsOf({ login: { OIDCProvider: 'EntraID', MigrateUsersHide: names } })
  for (const { repair } of emptyOf(settings)) {
    const once = repair && mended(settings, repair)
    expect(once).toEqual(
      settingsOf({ login: { OIDCProvider: 'EntraID', ...(left && { MigrateUsersHide: left }) } }),
    )
    expect(repair && once && mended(once, repair)).toEqual(once)
  }
  expect(emptyOf(settings).length).toBe(names.filter((name) => name.trim() === '').length)
})
