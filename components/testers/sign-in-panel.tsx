'use client'
import { useState } from 'react'
import { useProfile } from '@/components/open-profile/open-profile'
import { CopyButton } from '@/components/ui/copy-button'
import { Segments } from '@/components/ui/segments'
import { contextOf } from '@/lib/products/jamf-connect/context'
import { providerBehind } from '@/lib/products/jamf-connect/providers/provider-behind'
import { traitsOf } from '@/lib/products/jamf-connect/providers/vendors'
import { Labelled, RunForm, type Test } from './run-form'

const modes = {
  default: 'The provider’s default',
  query: 'query',
  fragment: 'fragment',
  form_post: 'form_post',
}
const redirects = { configured: 'As configured', callback: 'Latchkey’s own' }

/** Signs in as the login window does, in a window of its own. */
export function SignInPanel({ test }: { test: Test }) {
  const hybrid = useProfile(({ settings }) => traitsOf(providerBehind(contextOf(settings)))?.hybrid === true)
  const [responseType, setResponseType] = useState<'code' | 'code id_token' | 'id_token'>(
    hybrid ? 'code id_token' : 'code',
  )
  const [mode, setMode] = useState<keyof typeof modes>('default')
  const [redirect, setRedirect] = useState<keyof typeof redirects>('configured')
  const start = () =>
    test.run('/api/tests/oidc/start', {
      responseType,
      ...(mode === 'default' ? {} : { responseMode: mode }),
      ...(redirect === 'callback' ? { catcher: 'callback' } : {}),
    })
  return (
    <RunForm
      test={test}
      kind="oidc"
      button="Start the sign-in"
      values={[
        responseType,
        ...(mode === 'default' ? [] : [mode]),
        redirect === 'callback' ? 'redirect to Latchkey' : 'redirect as configured',
      ]}
      onStart={() => void start()}
      about={
        <p>
          Signs in with the client ID, scopes and redirect URI of this configuration, as the login window
          does. Use an account that is assigned to the application.
        </p>
      }
    >
      <Labelled title="Response type">
        <Segments
          label="Response type"
          value={responseType}
          onChange={setResponseType}
          segments={[
            { value: 'code', label: 'code' },
            { value: 'code id_token', label: 'code id_token' },
            { value: 'id_token', label: 'id_token' },
          ]}
        />
      </Labelled>
      <Choice title="Response mode" options={modes} value={mode} onChange={setMode} />
      <Choice title="Redirect URI" options={redirects} value={redirect} onChange={setRedirect} />
      {redirect === 'callback' && <CallbackAddress />}
    </RunForm>
  )
}

/** One of a few named options as a menu. */
export function Choice<V extends string>(props: {
  title: string
  options: Readonly<Record<V, string>>
  value: V
  onChange: (value: V) => void
}) {
  return (
    <Labelled title={props.title}>
      <select
        className="control !w-auto max-w-full"
        aria-label={props.title}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as V)}
      >
        {Object.entries<string>(props.options).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** The answer comes to Latchkey by itself when the identity provider knows this address. */
function CallbackAddress() {
  const address = `${window.location.origin}/callback`
  return (
    <p className="max-w-[92ch] basis-full text-xs text-ink-2">
      Register <code className="font-mono break-all text-ink">{address}</code>
      <CopyButton text={address} label="Copy the redirect URI of Latchkey" /> as a redirect URI of the
      application first. The answer then comes back by itself.
    </p>
  )
}
