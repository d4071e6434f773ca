'use client'
import { ProviderQuestions } from '@/components/guides/provider-questions'
import { Button } from '@/components/ui/button'
import { useUnfold } from '@/components/ui/use-unfold'
import { guideFor } from '@/lib/products/guides'
import { templates } from '@/lib/products/templates'

type WhichTemplateProps = {
  /** The provider of the template that is chosen. */
  readonly provider: string | undefined
  readonly chosen: string
  readonly onChoose: (template: string) => void
}

/** Asks which of the providers of one vendor is meant, while a template with one of them is chosen. */
export function WhichTemplate({ provider, chosen, onChoose }: WhichTemplateProps) {
  const { open, id, button } = useUnfold()
  const guide = guideFor((each) => each === provider)
  if (guide === undefined) {
    return null
  }
  return (
    <div className="mt-2">
      <Button size="small" {...button}>
        {guide.title}
      </Button>
      {open && (
        <div id={id} className="mt-2 rounded-lg bg-sunken px-3 py-2.5">
          <ProviderQuestions
            guide={guide}
            act={({ template }) =>
              template === chosen ? (
                <p className="text-ink-2">This is what is chosen.</p>
              ) : (
                <Button
                  size="small"
                  className="text-left !whitespace-normal"
                  onClick={() => onChoose(template)}
                >
                  Start from “{templates.find((each) => each.id === template)?.title ?? template}”
                </Button>
              )
            }
          />
        </div>
      )}
    </div>
  )
}
