import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlist } from '../../plist/document'
import type { PlistValue } from '../../plist/value'
import { writeXml } from '../../plist/xml/writer'
import { templates } from '../../products/templates'
import { envelopeOf } from '../defects/envelope'
import { identityRules } from '../defects/identity-rules'
import { files as foundFiles } from '../fixtures/arbitrary-profiles'
import { certificate, dict, managed, payload, profile, uuids } from '../fixtures/sample-trees'
import { payloadsOf, textOf } from '../payloads/payload-keys'
import { findSettings, isProfile } from '../payloads/shapes'
import { profileFor } from '../template'
import { memberOf, sharedMarks } from '../together'
import { randomUuid } from '../uuid'
import { exportProfile } from './export-profile'

const forms = ['as-is', 'direct', 'managed-preferences'] as const
const parts = ['one', 'per-domain'] as const
const everyWay = forms.flatMap((form) => parts.map((files) => ({ form, files })))
type Way = (typeof everyWay)[number]
const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const SHARES = 'com.jamf.connect.shares'

function exported(root: PlistValue, way: Way, fileName = 'Example.mobileconfig'): PlistValue[] {
  const document = readPlist(new TextEncoder().encode(writeXml(root)))
  const source = { document, root: document.root }
  const chosen = { ...way, name: 'Example', date: new Date(0), fileName, identity: 'a0e1' }
  return exportProfile(source, chosen).map(({ bytes }) => readPlist(bytes).root)
}

/** What the rules of identity say of a tree; a bare property list has none. */
function identityIssues(root: PlistValue): string[] {
  const options = { today: new Date(0), newUuid: randomUuid }
  const envelope = envelopeOf(root, findSettings(root), options)
  return isProfile(root)
    ? Object.entries(identityRules).flatMap(([rule, check]) => check(envelope).map(() => rule))
    : []
}

/** What is wrong with the identities of the files, each for itself and all together. */
function wrongWith(roots: readonly PlistValue[]): string[] {
  const members = roots.map((root, at) => memberOf(String(at), { root, places: findSettings(root) }))
  const identifiers = roots.flatMap((root) =>
    [{ dict: root }, ...payloadsOf(root)].map(({ dict: holder }) => textOf(holder, 'PayloadIdentifier')),
  )
  const several = roots.length > 1 && new Set(identifiers).size < identifiers.length
  return [
    ...roots.flatMap(identityIssues),
    ...sharedMarks(members).map(({ rule }) => rule),
    ...(several ? ['an identifier in two files'] : []),
  ]
}

const uuid = fc.uuid({ version: 4 }).map((made) => made.toUpperCase())

/** New configurations of every template, in both forms, as they are when nobody has saved them elsewhere. */
const fresh = fc
  .record({
    template: fc.constantFrom(...templates.map(({ id }) => id)),
    form: fc.constantFrom('direct', 'managed-preferences'),
    made: uuid,
  })
  .map(({ template, form, made }) => profileFor(template, { name: 'Example', form, newUuid: () => made }))

/** Readable identifiers that are those which an export would derive from others. */
const identifiers = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('com.acme.macs', 'com.acme.Macs', 'com.acme'),
      fc.constantFrom('', '.login', '.connect', '.shares', '.other', '.login-2', '.macs'),
    )
    .map(([base, end]) => `${base}${end}`),
  { minLength: 4, maxLength: 4 },
)
const contents = fc.subarray([LOGIN, CONNECT, SHARES, 'com.example.app'], { minLength: 1 })
const readable = fc
  .tuple(identifiers, fc.tuple(contents, contents), fc.uniqueArray(uuid, { minLength: 4, maxLength: 4 }))
  .map(([[own = '', ...others], domains, [outer = '', ...inner]]) => {
    const held = domains.map((names, at) =>
      managed(inner[at] ?? '', Object.fromEntries(names.map((name) => [name, { A: at }]))),
    )
    const items = [...held, payload(SHARES, inner[2] ?? '', { B: 1 })].map((item, at) => ({
      ...item,
      PayloadIdentifier: others[at] ?? '',
    }))
    return dict({
      PayloadContent: items,
      PayloadDisplayName: 'Example',
      PayloadIdentifier: own,
      PayloadType: 'Configuration',
      PayloadUUID: outer,
      PayloadVersion: 1,
    })
  })

const sources: fc.Arbitrary<{ readonly root: PlistValue; readonly fileName?: string }> = fc.oneof(
  foundFiles,
  fresh.map((root) => ({ root })),
  readable.map((root) => ({ root })),
)

test('a profile without issues of identity gives files without them, in every form, the same each time', () => {
  let tried = 0
  fc.assert(
    fc.property(sources, fc.constantFrom(...everyWay), ({ root, fileName }, way) => {
      fc.pre(wrongWith([root]).length === 0)
      tried += 1
      const files = exported(root, way, fileName)
      expect(wrongWith(files)).toEqual([])
      expect(exported(root, way, fileName)).toEqual(files)
    }),
    { numRuns: 1000 },
  )
  expect(tried).toBeGreaterThan(400)
})

test.each(templates.flatMap(({ id }) => everyWay.map((way) => ({ id, ...way }))))(
  'a new configuration from $id, as $form, $files',
  ({ id, ...way }) => {
    for (const form of ['direct', 'managed-preferences'] as const) {
      expect(wrongWith(exported(profileFor(id, { name: 'Example', form }), way))).toEqual([])
    }
  },
)

test('an identity that was right before stays: what is installed is replaced by the next export', () => {
  const whole = profile([managed(uuids.login, { [LOGIN]: { A: 1 }, [CONNECT]: { B: 2 } }), certificate])
  const marks = exported(whole, { form: 'direct', files: 'per-domain' }).map((root) => [
    textOf(root, 'PayloadUUID'),
    textOf(root, 'PayloadIdentifier'),
  ])
  expect(marks).toMatchInlineSnapshot(`
    [
      [
        "EF5AEA10-C275-88B1-91E0-4EE8D2772120",
        "com.example.profile.login",
      ],
      [
        "3BCB67A0-B5E0-8767-8C97-179BD4300F47",
        "com.example.profile.connect",
      ],
      [
        "1B1E69AD-719C-8FBB-AB91-07B684AE2659",
        "com.example.profile.other",
      ],
    ]
  `)
})
