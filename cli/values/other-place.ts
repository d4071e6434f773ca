import { allKeys } from '@/lib/products/keys'

/** Where a key of this name stands, as a sentence that says how to write it; null when no manifest has one. */
export function otherPlace(name: string): string | null {
  const places = allKeys
    .filter((key) => key.name === name.split('/').at(-1) && !key.path.includes('[]'))
    .map(({ domain, path }) => `${domain}:${path.join('/')}`)
  return places.length === 0
    ? null
    : `${name} is no key at this place; Jamf Connect has it at another one. Write ${places.map((place) => `${place}=…`).join(' or ')}.`
}
