'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog'
import { writeXml } from '@/lib/plist/xml/writer'
import type { ProviderId } from '@/lib/products/jamf-connect/providers/provider-rows'
import { type Provider, providerOf, providers } from '@/lib/products/jamf-connect/providers/providers'
import { openProfile } from '@/lib/profile/open-profile'
import { profileFor } from '@/lib/profile/template'
import { listKey } from './queries'
import { createConfiguration } from './requests'
import { summaryOf } from './summary'

/** Asks for the identity provider and a name, and makes a profile that has what this provider needs. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const [provider, setProvider] = useState<ProviderId>('EntraID')
  const [name, setName] = useState('')
  const client = useQueryClient()
  const router = useRouter()
  const suggested = providerOf(provider).label.replace(/ \(.*/, '')
  const create = useMutation({
    mutationFn: async () => {
      const called = name.trim() || suggested
      const root = profileFor(provider, { name: called })
      const bytes = new TextEncoder().encode(writeXml(root))
      const summary = await summaryOf(new ProfileStore(await openProfile(bytes)))
      return createConfiguration(called, bytes, summary)
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
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
        className="space-y-4"
      >
        <fieldset>
          <legend className="mb-1.5 font-medium">Identity provider</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {providers.map((option) => (
              <ProviderOption
                key={option.id}
                option={option}
                chosen={option.id === provider}
                onChoose={setProvider}
              />
            ))}
          </div>
        </fieldset>
        <label className="block">
          <span className="mb-1 block font-medium">Name</span>
          <input
            className="control"
            value={name}
            maxLength={120}
            placeholder={suggested}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      </form>
    </Dialog>
  )
}

type OptionProps = { option: Provider; chosen: boolean; onChoose: (id: ProviderId) => void }

function ProviderOption({ option, chosen, onChoose }: OptionProps) {
  return (
    <label
      className={cn(
        'touch flex cursor-pointer items-center gap-2.5 rounded-lg border px-3 py-2',
        'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
        chosen ? 'border-accent bg-accent-soft' : 'border-line hover:bg-sunken',
      )}
    >
      <input
        type="radio"
        name="provider"
        value={option.id}
        checked={chosen}
        onChange={() => onChoose(option.id)}
        className="accent-[var(--accent)]"
      />
      <span className="min-w-0">
        <span className="block leading-5 font-medium">{option.label}</span>
        <code className="block font-mono text-[11px] text-ink-2">{option.id}</code>
      </span>
    </label>
  )
}
