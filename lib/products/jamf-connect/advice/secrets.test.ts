import { expect, test } from 'vitest'
import { settingsOf } from '../../../schema/fixtures/settings'
import { advice } from '../advice'

test('a secret that holds the marks of a variable among other text is one, a variable as a whole is none', () => {
  const custom = (text: string) =>
    advice(settingsOf({ login: { OIDCProvider: 'Custom', OIDCClientSecret: text } }), {
      today: new Date('2026-11-22T10:00:00Z'),
      foreignPayloadTypes: [],
    }).filter(({ rule }) => rule === 'secret-in-clear-text')
  for (const text of ['ab$CDE-77', 'x%mail%y', 'tail{{email}}', '<<email>>!', '$uperSecret', '{{a}}m{{b}}']) {
    expect(custom(text), text).toHaveLength(1)
  }
  for (const text of ['$EMAIL', '{{ jc.secret }}', '%client_secret%', '<<secret>>']) {
    expect(custom(text), text).toEqual([])
  }
})
