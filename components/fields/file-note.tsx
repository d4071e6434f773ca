'use client'
import { inDays, longDate } from '@/components/ui/dates'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { helpAt } from '@/lib/products/help'
import { type License, readLicense } from '@/lib/products/jamf-connect/license'

type FileNoteProps = { value: PlistValue | undefined; domain: string; path: PlistPath }

/** What a file that is configured holds, as far as it can be read here; else what happens without it. */
export function FileNote({ value, domain, path }: FileNoteProps) {
  if (value === undefined) {
    return helpAt(domain, path)?.whenAbsent
  }
  const license = readLicense(value)
  return license ? (
    <LicenseFacts license={license} />
  ) : (
    'Configured. The content is not a license that can be read here.'
  )
}

function LicenseFacts({ license }: { license: License }) {
  const facts = [license.name, license.clients === null ? null : `${license.clients} computers`].filter(
    Boolean,
  )
  return (
    <>
      {facts.join(', ')}
      {license.expires && (
        <>
          {facts.length > 0 && '; '}
          valid to <span className="text-ink">{longDate(license.expires)}</span> ({inDays(license.expires)})
        </>
      )}
    </>
  )
}
