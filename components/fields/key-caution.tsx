'use client'
import type { PlistPath } from '@/lib/plist/value'
import { helpAt } from '@/lib/products/help'

/** What is uncertain about a key that no public source settles. */
export function KeyCaution({ domain, path }: { domain: string; path: PlistPath }) {
  return <p className="text-warning">{helpAt(domain, path)?.note}</p>
}
