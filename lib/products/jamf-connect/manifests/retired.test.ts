import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allKeys } from '../keys'
import { retiredKeys } from './retired'
import { retiredInWords, spokenOf } from './retired/words'

/** What this test reads of a row of the research catalogue. */
type Row = {
  domain: string
  path: string[]
  type: string
  legacy: boolean
  readOnly: boolean
  secret: boolean
  sensitive?: boolean
  aliasOf?: string
  misplacedOf?: string
  successor?: string
}

const catalogue = fileURLToPath(new URL('../../../../../shared/reference/keys.json', import.meta.url))
const present = existsSync(catalogue)
const read: readonly Row[] = present ? JSON.parse(readFileSync(catalogue, 'utf8')) : []
/** Found after the catalogue was written. */
const later: readonly Row[] = [
  {
    domain: 'com.jamf.connect',
    path: ['UserPromotionCount'],
    type: 'integer',
    legacy: false,
    readOnly: true,
    secret: false,
  },
]
const rows = [...read, ...later]
const suite = present ? describe : describe.skip

const place = ({ domain, path }: { domain: string; path: readonly string[] }) => `${domain}:${path.join('/')}`
const byPlace = <T extends { place: string }>(list: readonly T[]) =>
  list.toSorted((left, right) => left.place.localeCompare(right.place))
const offered = new Set(allKeys.map(place))

function statusOf(row: Row): string | null {
  if (row.path[0] === '_manualProfile') {
    return 'artefact'
  }
  if (row.legacy) {
    return 'legacy'
  }
  if (row.readOnly) {
    return 'written-by-app'
  }
  if (row.misplacedOf !== undefined) {
    return 'misplaced'
  }
  return row.aliasOf === undefined ? null : 'alias'
}

/** "domain:path"; a successor may say more behind a blank ("contains about"). An alias of a 1.x key is no successor. */
function successorOf(row: Row): string | undefined {
  const own = row.misplacedOf ?? (row.legacy ? undefined : row.aliasOf)
  return own === undefined ? row.successor?.split(' ')[0] : `${row.domain}:${own}`
}

suite('retired keys beside the catalogue (skipped where ../shared/reference/keys.json is absent)', () => {
  const notOffered = rows.filter((row) => statusOf(row) !== null)

  it('has one entry for every row that is not offered, and none besides', () => {
    expect(notOffered.length).toBeGreaterThan(180)
    expect(retiredKeys.map(place).toSorted()).toEqual(notOffered.map(place).toSorted())
  })

  it('knows status, type, successor and secrecy of each', () => {
    const wanted = notOffered.map((row) => ({
      place: place(row),
      status: statusOf(row),
      type: row.type,
      successor: successorOf(row),
      secret: row.secret,
      sensitive: row.sensitive === true,
    }))
    const found = retiredKeys.map((key) => ({
      place: place(key),
      status: key.status,
      type: key.type,
      successor: key.successor && place(key.successor),
      secret: key.secret === true,
      sensitive: key.sensitive === true,
    }))
    expect(byPlace(found)).toEqual(byPlace(wanted))
  })

  it('says what to do where a name alone does not', () => {
    const special = notOffered.filter(({ successor }) => successor?.includes(' '))
    expect(special.length).toBeGreaterThan(20)
    const explained = new Map(retiredKeys.map((key) => [place(key), retiredInWords(key)]))
    const word = ({ successor }: Row) => successor?.split(' contains ')[1] ?? 'opposite'
    expect(special.filter((row) => !explained.get(place(row))?.includes(word(row))).map(place)).toEqual([])
  })
})

describe('retired keys', () => {
  it('lead to settings that are offered', () => {
    const successors = retiredKeys.flatMap(({ successor }) => successor ?? [])
    expect(successors.length).toBeGreaterThan(80)
    expect(successors.filter((successor) => !offered.has(place(successor)))).toEqual([])
  })

  it('are not offered as well, and stand there once', () => {
    expect(retiredKeys.filter((key) => offered.has(place(key)))).toEqual([])
    expect(new Set(retiredKeys.map(place)).size).toBe(retiredKeys.length)
  })

  it('are all there are words for', () => {
    const known = (domain: string, key: string) =>
      retiredKeys.some((each) => each.domain === domain && each.path.join('/') === key)
    expect(spokenOf.places.filter(({ domain, key }) => !known(domain, key))).toEqual([])
    const named = new Set(retiredKeys.map(({ path }) => path.join('/')))
    expect(spokenOf.names.filter((name) => !named.has(name))).toEqual([])
  })

  it('keep explanations to sentences', () => {
    const sentences = retiredKeys.flatMap((key) => retiredInWords(key) ?? [])
    expect(sentences.length).toBeGreaterThan(25)
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
  })
})
