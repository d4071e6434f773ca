'use client'
import { useMemo } from 'react'
import { notifyUndo } from '@/components/open-profile/notify-undo'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import type { PlistValue } from '@/lib/plist/value'
import { ProfileError } from '@/lib/profile/errors'
import { profileAround } from '@/lib/profile/export/export-profile'
import { textOf } from '@/lib/profile/payloads/payload-keys'

/** What has no identity of its own gets one when it becomes a profile, the same each time; here it can become one for good. */
export function MadeIdentity({ id, name }: { id: string; name: string }) {
  const { profile } = useOpenProfile()
  const root = useProfile((at) => at.root)
  const { fileName } = profile
  const whole = useMemo(() => made(root, { name, fileName, identity: id }), [root, name, fileName, id])
  return (
    <div className="text-ink-2">
      <p>
        The file has no display name, organization or identifier of its own.
        {whole && (
          <>
            {' '}
            Exported as a profile it has the display name “{name}” and the identifier{' '}
            <code className="font-mono text-[12.5px] break-all">{textOf(whole, 'PayloadIdentifier')}</code>,
            the same each time.
          </>
        )}
      </p>
      {whole && (
        <Button
          look="link"
          className="py-1"
          onClick={() => {
            profile.replaceRoot(whole)
            notifyUndo(profile, 'It is a profile now, and not saved yet.')
          }}
        >
          Make it a profile, to choose them
        </Button>
      )}
    </div>
  )
}

function made(root: PlistValue, options: Parameters<typeof profileAround>[1]): PlistValue | null {
  try {
    return profileAround(root, options)
  } catch (error) {
    if (error instanceof ProfileError) {
      return null
    }
    throw error
  }
}
