import { expect, test } from 'vitest'
import { tenantFlaw } from './identifiers'

test.each([
  ['6a5c1f9e-2b7d-4c3a-9e8f0-0d1c2b3a4e5f0', 'Here are 34 characters without the hyphens'],
  ['6a5c1f9e-2b7d-4c3a-9e8f-0d1c2b3a4e5z', 'Here other letters are among them'],
])('of a text that is nearly a GUID it is said what is wrong, in whole sentences: %s', (text, said) => {
  expect(tenantFlaw('EntraID', text)?.message).toBe(
    `has to be the directory (tenant) ID, a GUID, or a domain name of the directory. A GUID has 32 digits (0 to 9, a to f). ${said}; copy it again.`,
  )
})
