import { expect, test } from 'vitest'
import { optionFor } from './option-for'

const options = {
  EntraID: { label: 'a', formerly: ['Azure'] },
  'Okta OIDC': { label: 'b', formerly: ['Okta-OIDC'] },
}

test('a value is given as the key spells it, and one without an option as it is', () => {
  expect(optionFor(options, 'EntraID')).toBe('EntraID')
  expect(optionFor(options, 'Okta-OIDC')).toBe('Okta OIDC')
  expect(optionFor(options, 'Other')).toBe('Other')
})
