'use client'
import { ProviderQuestions } from '@/components/guides/provider-questions'
import { useOpenProfile, useSettingAs } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { useUnfold } from '@/components/ui/use-unfold'
import type { PlistPath } from '@/lib/plist/value'
import { guideFor } from '@/lib/products/guides'
import type { Outcome } from '@/lib/schema/guide'
import type { KeyDefinition } from '@/lib/schema/manifest'
import { optionFor } from '@/lib/schema/option-for'
import { fieldId } from './field-props'

type WhichProviderProps = {
  readonly definition: KeyDefinition
  readonly domain: string
  readonly path: PlistPath
}

/** Asks which of the providers of one vendor is meant, beside the field that names one of them. */
export function WhichProvider({ definition, domain, path }: WhichProviderProps) {
  const { profile } = useOpenProfile()
  const value = useSettingAs(domain, path, (held) => (held?.type === 'string' ? held.value : ''))
  const { open, id, close, button } = useUnfold()
  const options = 'options' in definition ? (definition.options ?? {}) : {}
  const guide = guideFor((provider) => optionFor(options, provider) === value)
  if (guide === undefined) {
    return null
  }
  const written = ({ provider }: Outcome) => optionFor(options, provider)
  const take = (outcome: Outcome) => {
    close()
    profile.set(domain, path, { type: 'string', value: written(outcome) }, 'whole')
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
              written(outcome) === value ? (
                <p className="text-ink-2">This is the value that is set.</p>
              ) : (
                <Button size="small" onClick={() => take(outcome)}>
                  Use {written(outcome)}
                </Button>
              )
            }
          />
        </div>
      )}
    </>
  )
}
