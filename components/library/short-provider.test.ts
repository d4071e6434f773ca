import { expect, it } from 'vitest'
import { providerRows } from '@/lib/products/jamf-connect/providers/provider-rows'
import { shortProvider } from './short-provider'

it('the short names of providers are short, and no two are the same', () => {
  const labels = [...new Set(Object.values(providerRows).map(({ label }) => label))]
  const short = labels.map(shortProvider)
  expect(new Set(short).size).toBe(labels.length)
  expect(Math.max(...short.map(({ length }) => length))).toBeLessThanOrEqual(20)
  expect(shortProvider('Microsoft Entra ID')).toBe('Entra ID')
  expect(shortProvider(null)).toBe('No provider')
})
