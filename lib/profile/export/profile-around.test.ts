import { expect, test } from 'vitest'
import { readPlist } from '../../plist/document'
import { writeXml } from '../../plist/xml/writer'
import { shapes, tree } from '../fixtures/sample-trees'
import { exportProfile, profileAround } from './export-profile'

const LOGIN = 'com.jamf.connect.login'
const options = { name: 'Acme', fileName: `${LOGIN}.plist`, identity: '7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2c11' }

test('a bare list that becomes a profile for good is the one that its exports were', () => {
  const whole = profileAround(shapes.bare, options)
  const document = readPlist(new TextEncoder().encode(writeXml(shapes.bare)))
  const exported = exportProfile(
    { document, root: shapes.bare },
    { ...options, form: 'direct', files: 'one', date: new Date() },
  )
  expect(exported.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([writeXml(whole)])
})

test('a profile stays the same object, and a list of no known domain is refused', () => {
  expect(profileAround(shapes.direct, options)).toBe(shapes.direct)
  expect(() => profileAround(tree({ Odd: 'a' }), { name: 'Acme', fileName: 'notes.plist' })).toThrow(
    /Neither the file name nor the keys/,
  )
})
