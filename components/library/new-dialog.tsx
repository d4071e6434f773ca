'use client'
import { useId } from 'react'
import { type UseFormRegisterReturn, useWatch } from 'react-hook-form'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { configurationName } from '@/lib/api/configurations'
import { templates } from '@/lib/products/templates'
import { AboutTemplate, OWN, OwnOptions, StartGroup, TemplateOptions } from './start-options'
import { type Start, useOwnTemplates, useStart } from './use-start'
import { WhichTemplate } from './which-template'

const plain = templates.filter(({ purpose }) => purpose === undefined)
const further = templates.filter(({ purpose }) => purpose !== undefined)

const startOf = (start: string): Start =>
  start.startsWith(OWN) ? { own: start.slice(OWN.length) } : { template: start }

/** Asks for a name and what to start from, and makes a profile that has what it needs. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const { data: own } = useOwnTemplates()
  const suggestedFor = (start: string) => {
    const copied = own?.items.find(({ id }) => start === `${OWN}${id}`)
    const title = templates.find(({ id }) => id === start)?.title.replace(/ \(.*/, '')
    return copied ? `${copied.name.slice(0, 115)} copy` : (title ?? start)
  }
  // A configuration without a name is called as what it starts from.
  const schema = z
    .strictObject({ start: z.string(), name: z.string() })
    .transform(({ start, name }) => ({ start, name: name.trim() || suggestedFor(start) }))
    .pipe(z.strictObject({ start: z.string().transform(startOf), name: configurationName }))
  const { register, handleSubmit, control, formState, setValue, setFocus } = useSchemaForm(schema, {
    defaultValues: { start: 'EntraID', name: '' },
  })
  const start = useWatch({ control, name: 'start' })
  const chosen = templates.find(({ id }) => id === start)
  const create = useStart(onClose)
  const field = () => register('start')
  return (
    <Dialog
      open
      onClose={onClose}
      title="New configuration"
      description="Choose the identity provider that people sign in with, or a template. You can change everything later."
      footer={
        <>
          {create.error && (
            <p role="alert" className="mr-auto self-center text-error">
              {create.error.message}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="new-configuration" disabled={create.isPending}>
            {create.isPending ? 'Creating…' : 'Create'}
          </Button>
        </>
      }
    >
      <form
        id="new-configuration"
        noValidate
        onSubmit={handleSubmit((entered) => create.mutate(entered))}
        className="space-y-4"
      >
        <NewName
          field={register('name')}
          suggested={suggestedFor(start)}
          message={formState.errors.name?.message}
        />
        <StartGroup title="Identity provider">
          <TemplateOptions options={plain} chosen={start} field={field()} />
          <WhichTemplate
            provider={chosen?.provider}
            chosen={start}
            onChoose={(template) => {
              setValue('start', template)
              setFocus('name')
            }}
          />
        </StartGroup>
        <StartGroup title="Templates">
          <TemplateOptions options={further} chosen={start} field={field()} />
          <AboutTemplate template={chosen} />
        </StartGroup>
        <StartGroup title="Your templates">
          <OwnOptions chosen={start} field={field()} />
        </StartGroup>
      </form>
    </Dialog>
  )
}

type NewNameProps = {
  readonly field: UseFormRegisterReturn
  readonly suggested: string
  readonly message: string | undefined
}

function NewName({ field, suggested, message }: NewNameProps) {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        Name
      </label>
      <input
        id={id}
        className="control"
        maxLength={configurationName.maxLength ?? undefined}
        placeholder={suggested}
        {...field}
        {...toldBy(errorId, message)}
      />
      <FieldError id={errorId} message={message} />
    </div>
  )
}
