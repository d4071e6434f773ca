'use client'
import { useId } from 'react'
import { type UseFormRegisterReturn, useWatch } from 'react-hook-form'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { FormChoice } from '@/components/forms/form-choice'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useProfile } from '@/components/open-profile/open-profile'
import { Segments } from '@/components/ui/segments'
import { ropgBody } from '@/lib/api/test-requests'
import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '@/lib/products/jamf-connect/context'
import { textOf } from '@/lib/products/jamf-connect/keys'
import type { KeyId } from '@/lib/products/jamf-connect/manifests/key-ids'
import type { Settings } from '@/lib/schema/settings'
import { Labelled, RunForm, type Steps, type Test } from './run-form'
import { useFormAgain } from './use-form-again'

const appNames = { login: 'Login window', connect: 'Self Service+' } as const
type App = keyof typeof appNames
const apps = (['login', 'connect'] as const).map((value) => ({ value, label: appNames[value] }))

/** The keys that make the client of an app a confidential one. */
const secretKeys = {
  login: ['login/ROPGClientSecret', 'login/OIDCClientSecret'],
  connect: ['connect/IdPSettings/ClientSecret'],
} as const satisfies Record<App, readonly KeyId[]>

const places = {
  announced: 'Where the provider wants it',
  form: 'In the form (client_secret_post)',
  header: 'In the header (client_secret_basic)',
}

/** Both tests ask for the same; the app is the usual one until another is chosen. */
const entry = ropgBody.pick({ userName: true, password: true }).extend({
  app: ropgBody.shape.app.nullable(),
  secretPlace: z
    .literal('announced')
    .transform(() => undefined)
    .or(ropgBody.shape.secretPlace),
})
const blank: z.input<typeof entry> = { app: null, userName: '', password: '', secretPlace: 'announced' }

type PasswordPanelProps = { test: Test; kind: 'ropg' | 'okta' }

const texts = {
  ropg: {
    path: '/api/tests/ropg',
    button: 'Check the password',
    about:
      'Sends user name and password to the token endpoint, as Jamf Connect does in the background to keep the passwords the same. Type the user name as you do at the login window.',
  },
  okta: {
    path: '/api/tests/okta',
    button: 'Sign in',
    about:
      'Signs in through the Okta Authentication API, as the login window does, up to the point where Okta says yes. No session is opened.',
  },
} as const

/** The login window, where the configuration has what it needs for this test. */
function usualApp(settings: Settings, kind: PasswordPanelProps['kind']): App {
  const hasLogin =
    kind === 'okta' ? textOf({ settings }, 'login/AuthServer') !== '' : settings.has(LOGIN_DOMAIN)
  return hasLogin || !settings.has(CONNECT_DOMAIN) ? 'login' : 'connect'
}

/** Asks for a user name and a password and sends them once. The password is emptied when the test has been started. */
export function PasswordPanel({ test, kind }: PasswordPanelProps) {
  const both = useProfile(({ settings }) => settings.has(LOGIN_DOMAIN) && settings.has(CONNECT_DOMAIN))
  const usual = useProfile(({ settings }) => usualApp(settings, kind))
  const { register, handleSubmit, reset, resetField, setValue, control, formState } = useSchemaForm(entry, {
    defaultValues: blank,
  })
  useFormAgain(test, (form) => reset({ ...blank, ...form }))
  const [chosen, place = 'announced', userName] = useWatch({
    control,
    name: ['app', 'secretPlace', 'userName'],
  })
  const app = both && chosen ? chosen : usual
  const { userName: nameError, password: passwordError } = formState.errors
  const confidential = useProfile(({ settings }) =>
    secretKeys[app].some((id) => textOf({ settings }, id) !== ''),
  )
  const sendsSecret = kind === 'ropg' && confidential
  const { path, button, about } = texts[kind]
  const submit = ({ begin, unfold }: Steps) =>
    handleSubmit(
      ({ userName, password, secretPlace }) =>
        begin((used) => {
          void test.run(path, { app, userName, password, ...(sendsSecret ? { secretPlace } : {}) }, used)
          resetField('password')
        }),
      // The password is in view at all times; the user name is not.
      ({ userName }) => userName && unfold(),
    )
  return (
    <RunForm
      test={test}
      kind={kind}
      button={button}
      values={[userName, appNames[app], ...(sendsSecret ? [secretInWords[place]] : [])]}
      submit={submit}
      about={
        <>
          <p>{about}</p>
          <p>One attempt a click. Wrong passwords count: the provider may lock the account.</p>
        </>
      }
      again={(folded) => (
        <TextField
          title="Password"
          type="password"
          field={register('password')}
          error={passwordError?.message}
          folded={folded}
        />
      )}
    >
      {both && (
        <Labelled title="As">
          <Segments
            label="As"
            value={app}
            onChange={(value) => setValue('app', value, { shouldDirty: true })}
            segments={apps}
          />
        </Labelled>
      )}
      {sendsSecret && <FormChoice title="Client secret" options={places} field={register('secretPlace')} />}
      <TextField title="User name" field={register('userName')} error={nameError?.message} />
    </RunForm>
  )
}

const secretInWords: Readonly<Record<keyof typeof places, string>> = {
  announced: 'client secret where the provider wants it',
  form: 'client secret in the form',
  header: 'client secret in the header',
}

type TextFieldProps = {
  title: string
  type?: 'text' | 'password'
  field: UseFormRegisterReturn
  error: string | undefined
  folded?: boolean
}

function TextField({ title, type = 'text', field, error, folded = false }: TextFieldProps) {
  const id = useId()
  return (
    <div className={folded ? 'flex flex-wrap items-center gap-x-2' : 'min-w-44 flex-1'}>
      <label htmlFor={id} className={folded ? 'text-xs text-ink-2' : 'mb-1 block text-xs text-ink-2'}>
        {title}
      </label>
      <input
        id={id}
        type={type}
        className={folded ? 'control !w-auto flex-1' : 'control'}
        required
        autoComplete="off"
        spellCheck={false}
        {...field}
        {...toldBy(`${id}-error`, error)}
      />
      <FieldError id={`${id}-error`} message={error} />
    </div>
  )
}
