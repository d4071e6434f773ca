'use client'
import { useWatch } from 'react-hook-form'
import * as z from 'zod'
import { FormChoice } from '@/components/forms/form-choice'
import { FormSegments } from '@/components/forms/form-segments'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useProfile } from '@/components/open-profile/open-profile'
import { CopyButton } from '@/components/ui/copy-button'
import { oidcStartBody } from '@/lib/api/test-requests'
import { contextOf } from '@/lib/products/jamf-connect/context'
import { providerBehind } from '@/lib/products/jamf-connect/providers/provider-behind'
import { traitsOf } from '@/lib/products/jamf-connect/providers/vendors'
import { Labelled, RunForm, type Test } from './run-form'
import { useFormAgain } from './use-form-again'

const modes = {
  default: 'The provider’s default',
  query: 'query',
  fragment: 'fragment',
  form_post: 'form_post',
}
/** What is left to the server is no field of its request. */
const left = z.literal('default').transform(() => undefined)
const { responseType, responseMode, catcher } = oidcStartBody.shape
const asked = z.strictObject({
  responseType,
  responseMode: left.or(responseMode),
  catcher: left.or(catcher),
})
const redirects = { default: 'As configured', callback: 'Latchkey’s own' }

/** Signs in as the login window does, in a window of its own. */
export function SignInPanel({ test }: { test: Test }) {
  const hybrid = useProfile(({ settings }) => traitsOf(providerBehind(contextOf(settings)))?.hybrid === true)
  const defaultValues = {
    responseType: hybrid ? 'code id_token' : 'code',
    responseMode: 'default',
    catcher: 'default',
  } as const
  const { register, handleSubmit, reset, control } = useSchemaForm(asked, { defaultValues })
  useFormAgain(test, (form) => reset({ ...defaultValues, ...form }))
  const [type = 'code', mode, redirect] = useWatch({
    control,
    name: ['responseType', 'responseMode', 'catcher'],
  })
  return (
    <RunForm
      test={test}
      kind="oidc"
      button="Start the sign-in"
      values={[
        type,
        ...(mode === undefined || mode === 'default' ? [] : [mode]),
        redirect === 'callback' ? 'redirect to Latchkey' : 'redirect as configured',
      ]}
      submit={({ begin }) =>
        handleSubmit((entered) => begin((used) => void test.run('/api/tests/oidc/start', entered, used)))
      }
      about={
        <p>
          Signs in with the client ID, scopes and redirect URI of this configuration, as the login window
          does. Use an account that is assigned to the application.
        </p>
      }
    >
      <Labelled title="Response type">
        <FormSegments
          control={control}
          name="responseType"
          label="Response type"
          segments={[
            { value: 'code', label: 'code' },
            { value: 'code id_token', label: 'code id_token' },
            { value: 'id_token', label: 'id_token' },
          ]}
        />
      </Labelled>
      <FormChoice title="Response mode" options={modes} field={register('responseMode')} />
      <FormChoice title="Redirect URI" options={redirects} field={register('catcher')} />
      {redirect === 'callback' && <CallbackAddress />}
    </RunForm>
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
