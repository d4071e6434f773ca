'use client'
import { ProviderQuestions } from '@/components/guides/provider-questions'
import { useOpenProfile, useSettingAs } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { useUnfold } from '@/components/ui/use-unfold'
import type { PlistPath } from '@/lib/plist/value'
import { guideFor } from '@/lib/products/guides'
import type { Outcome } from '@/lib/schema/guide'
import { fieldId } from './field-props'

/** Asks which of the providers of one vendor is meant, beside the field that names one of them. */
export function WhichProvider({ domain, path }: { domain: string; path: PlistPath }) {
  const { profile } = useOpenProfile()
  const value = useSettingAs(domain, path, (held) => (held?.type === 'string' ? held.value : ''))
  const { open, id, close, button } = useUnfold()
  const guide = guideFor(value)
  if (guide === undefined) {
    return null
  }
  const take = ({ provider }: Outcome) => {
    close()
    profile.set(domain, path, { type: 'string', value: provider }, 'whole')
    document.getElementById(fieldId(domain, path))?.focus()
  }
  return (
    <>
      <p>
        <Button look="link" {...button}>
          {guide.title}
        </Button>
      </p>
      {open && (
        <div id={id} className="rounded-lg bg-sunken px-3 py-2.5">
          <ProviderQuestions
            guide={guide}
            act={(outcome) =>
              outcome.provider === value ? (
                <p className="text-ink-2">This is the value that is set.</p>
              ) : (
                <Button size="small" onClick={() => take(outcome)}>
                  Use {outcome.provider}
                </Button>
              )
            }
          />
        </div>
      )}
    </>
  )
}
