import type { KnownKey } from '@/lib/schema/keys'
import type { RetiredKey } from '@/lib/schema/manifest'

/** The page of the keys that are recognized and not offered; the other pages have the ids of the manifests. */
export const RETIRED = 'retired'

/** The address of a key by its id: the page is the part before the first "/". */
export function keyAddress(id: string): string {
  return `/reference/${id.split('/')[0]}#${id}`
}

/** The id of a key that is not offered. It begins with its page, as the ids of the manifests' keys do. */
export function retiredId({ domain, path }: Pick<RetiredKey, 'domain' | 'path'>): string {
  return [RETIRED, domain, ...path].join('/')
}

/** The way to a key inside its payload, for people: the marks of list elements say what they stand for. */
export function stepsOf({ path }: Pick<KnownKey, 'path'>): string[] {
  return path.map((step) => (step === '[]' ? 'each item' : step))
}

/** What stands before a name: the dictionaries and lists around it, without marks. */
export function parentsOf(path: readonly string[]): string[] {
  return path.slice(0, -1).filter((step) => step !== '[]')
}

/** A vendor page in words: the last part of its address, and the site. */
export function sourceInWords(address: string): { readonly page: string; readonly site: string } {
  const { hostname, pathname } = new URL(address)
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const page = hostname === 'github.com' ? parts.slice(0, 2).join('/') : (parts.at(-1) ?? hostname)
  return { page: page.replace(/\.html$/, '').replaceAll('_', ' '), site: hostname }
}
