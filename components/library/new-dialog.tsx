'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { type UseFormRegisterReturn, useWatch } from 'react-hook-form'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog'
import { configurationName } from '@/lib/api/configurations'
import { writeXml } from '@/lib/plist/xml/writer'
import { templates } from '@/lib/products/templates'
import { profileFor } from '@/lib/profile/template'
import type { Template } from '@/lib/schema/rules'
import { createConfiguration } from './create-configuration'
import { openBytes } from './open-bytes'
import { listKey } from './queries'
import { summaryOf } from './summary'

const suggestedFor = (template: string) =>
  (templates.find(({ id }) => id === template)?.title ?? template).replace(/ \(.*/, '')

const provider = z.enum(templates.map(({ id }) => id))
/** A configuration without a name is called as its provider. */
const schema = z
  .strictObject({ provider, name: z.string() })
  .transform((entered) => ({ ...entered, name: entered.name.trim() || suggestedFor(entered.provider) }))
  .pipe(z.strictObject({ provider, name: configurationName }))

/** Asks for the identity provider and a name, and makes a profile that has what this provider needs. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const { register, handleSubmit, control, formState } = useSchemaForm(schema, {
    defaultValues: { provider: 'EntraID', name: '' },
  })
  const provider = useWatch({ control, name: 'provider' })
  const nameError = formState.errors.name?.message
  const nameId = useId()
  const errorId = `${nameId}-error`
  const client = useQueryClient()
  const router = useRouter()
  const create = useMutation({
    mutationFn: async ({ provider, name }: z.infer<typeof schema>) => {
      const root = profileFor(provider, { name })
      const bytes = new TextEncoder().encode(writeXml(root))
      const summary = await summaryOf(await openBytes(bytes))
      return createConfiguration(name, bytes, summary)
    },
    onSuccess: async (item) => {
      await client.invalidateQueries({ queryKey: listKey })
      onClose()
      router.push(`/configurations/${item.id}`)
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title="New configuration"
      description="Choose the identity provider that people sign in with. You can change it later; nothing you enter is lost."
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
        <fieldset>
          <legend className="mb-1.5 font-medium">Identity provider</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {templates.map((option) => (
              <ProviderOption
                key={option.id}
                option={option}
                chosen={option.id === provider}
                field={register('provider')}
              />
            ))}
          </div>
        </fieldset>
        <div>
          <label htmlFor={nameId} className="mb-1 block font-medium">
            Name
          </label>
          <input
            id={nameId}
            className="control"
            maxLength={configurationName.maxLength ?? undefined}
            placeholder={suggestedFor(provider)}
            {...register('name')}
            {...toldBy(errorId, nameError)}
          />
          <FieldError id={errorId} message={nameError} />
        </div>
      </form>
    </Dialog>
  )
}

type OptionProps = { option: Template; chosen: boolean; field: UseFormRegisterReturn }

function ProviderOption({ option, chosen, field }: OptionProps) {
  return (
    <label
      className={cn(
        'touch flex cursor-pointer items-center gap-2.5 rounded-lg border px-3 py-2',
        'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
        chosen ? 'border-accent bg-accent-soft' : 'border-line hover:bg-sunken',
      )}
    >
      <input type="radio" value={option.id} {...field} className="accent-[var(--accent)]" />
      <span className="min-w-0">
        <span className="block leading-5 font-medium">{option.title}</span>
        <code className="block font-mono text-[11px] text-ink-2">{option.id}</code>
      </span>
    </label>
  )
}
