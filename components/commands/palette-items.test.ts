import { describe, expect, it } from 'vitest'
import { type PaletteItem, paletteGroups } from './palette-items'

const item = (id: string, title: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  id,
  title,
  run: () => {},
  ...more,
})
const sources = {
  configurations: [
    item('configuration:1', 'Globex pilot', { note: 'Okta' }),
    item('configuration:2', 'Initech', { note: 'Microsoft Entra ID' }),
    item('configuration:3', 'Globex production', { note: 'Okta' }),
  ],
  commands: [
    item('command:save', 'Save'),
    item('command:theme-dark', 'Dark colors', { words: 'theme appearance' }),
  ],
  key: ({ id, definition }: { id: string; definition: { title: string } }) =>
    item(`key:${id}`, definition.title),
  others: [{ domain: 'com.example', names: ['OtherThing', 'GlobexBadgeColor'] }],
  other: (domain: string, name: string, at: number) => item(`other:${domain}/${at}`, name),
  recent: ['configuration:3', 'configuration:gone', 'command:theme-dark'],
}
const offered = (query: string, given = sources) =>
  paletteGroups(query, given).map(({ title, items }) => [title, items.map(({ id }) => id)])

describe('the palette', () => {
  it('begins with what was chosen lately and is still there', () => {
    expect(offered('')).toEqual([
      ['Recent', ['configuration:3', 'command:theme-dark']],
      ['Configurations', ['configuration:1', 'configuration:2']],
      ['Commands', ['command:save']],
    ])
  })

  it('finds configurations by name and provider, words in any order, recent ones first', () => {
    expect(offered('okta glob')[0]).toEqual(['Configurations', ['configuration:3', 'configuration:1']])
  })

  it('finds configurations without regard to accents, and by tags and notes, as the server does', () => {
    const configurations = [item('configuration:4', 'Zürich', { words: 'Pilót ask first' })]
    for (const query of ['zurich', 'ZÜRICH', 'pilot', 'zu ask']) {
      expect(offered(query, { ...sources, configurations })[0]).toEqual([
        'Configurations',
        ['configuration:4'],
      ])
    }
  })

  it('finds commands by other words', () => {
    expect(offered('APPEARANCE')).toContainEqual(['Commands', ['command:theme-dark']])
  })

  it('finds keys of all tabs by name, the nearest first', () => {
    const keys = offered('DenyLocal').find(([title]) => title === 'Keys')
    expect(keys?.[1]?.[0]).toBe('key:login/DenyLocal')
    expect(offered('kerberos').flatMap(([title, ids]) => (title === 'Keys' ? ids : []))).not.toEqual([])
  })

  it('finds keys of the open configuration that no manifest knows, by name', () => {
    expect(offered('badge col')).toEqual([['Other keys', ['other:com.example/1']]])
  })

  it('offers nothing for nonsense', () => {
    expect(offered('zzzz qqqq')).toEqual([])
  })
})
