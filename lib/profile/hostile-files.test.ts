import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeBinary } from '../plist/binary/writer'
import { PlistError } from '../plist/errors'
import { writeXml } from '../plist/xml/writer'
import { ProfileError } from './errors'
import { shapes } from './fixtures/sample-trees'
import { signedProfile } from './fixtures/signed-profiles'
import { openProfile } from './open-profile'

const seeds = [
  new TextEncoder().encode(writeXml(shapes.managed)),
  writeBinary(shapes.direct),
  signedProfile('rsaDer'),
  signedProfile('berSegmented'),
  signedProfile('twoSigners'),
  signedProfile('enveloped'),
]

const mutations = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 })

test('2,000 damaged files are opened or refused by name, none in more than a second', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      mutations,
      fc.option(fc.nat()),
      async (seed, changes, cut) => {
        const bytes = cut === null ? seed.slice() : seed.slice(0, cut % seed.length)
        for (const [at, byte] of changes) {
          if (bytes.length > 0) {
            bytes[at % bytes.length] = byte
          }
        }
        const started = performance.now()
        const error = await openProfile(bytes).then(
          () => null,
          (reason: unknown) => reason,
        )
        expect(
          error === null || error instanceof PlistError || error instanceof ProfileError,
          String(error),
        ).toBe(true)
        expect(performance.now() - started).toBeLessThan(1_000)
      },
    ),
    { numRuns: 2_000 },
  )
})
