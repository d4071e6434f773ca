'use client'
import { useId, useState } from 'react'
import { useProfile } from '@/components/open-profile/open-profile'
import { Segments } from '@/components/ui/segments'
import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '@/lib/products/jamf-connect/context'
import { textOf } from '@/lib/products/jamf-connect/keys'
import type { KeyId } from '@/lib/products/jamf-connect/manifests/key-ids'
import type { Settings } from '@/lib/schema/settings'
import { Labelled, RunForm, type Test } from './run-form'
import { Choice } from './sign-in-panel'

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
  const [chosen, setApp] = useState<App | null>(null)
  const app = both && chosen ? chosen : usual
  const [place, setPlace] = useState<keyof typeof places>('announced')
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const id = useId()
  const confidential = useProfile(({ settings }) =>
    secretKeys[app].some((id) => textOf({ settings }, id) !== ''),
  )
  const sendsSecret = kind === 'ropg' && confidential
  const { path, button, about } = texts[kind]
  const start = () => {
    const secretPlace = sendsSecret && place !== 'announced' ? { secretPlace: place } : {}
    void test.run(path, { app, userName, password, ...secretPlace })
    setPassword('')
  }
  return (
    <RunForm
      test={test}
      kind={kind}
      button={button}
      values={[userName, appNames[app], ...(sendsSecret ? [secretInWords[place]] : [])]}
      onStart={start}
      about={
        <>
          <p>{about}</p>
          <p>One attempt a click. Wrong passwords count: the provider may lock the account.</p>
        </>
      }
      again={(folded) => <PasswordField value={password} onChange={setPassword} folded={folded} />}
    >
      {both && (
        <Labelled title="As">
          <Segments label="As" value={app} onChange={setApp} segments={apps} />
        </Labelled>
      )}
      {sendsSecret && <Choice title="Client secret" options={places} value={place} onChange={setPlace} />}
      <label htmlFor={id} className="block min-w-44 flex-1">
        <span className="mb-1 block text-xs text-ink-2">User name</span>
        <input
          id={id}
          className="control"
          required
          value={userName}
          onChange={(event) => setUserName(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
    </RunForm>
  )
}

const secretInWords: Readonly<Record<keyof typeof places, string>> = {
  announced: 'client secret where the provider wants it',
  form: 'client secret in the form',
  header: 'client secret in the header',
}

function PasswordField(props: { value: string; onChange: (value: string) => void; folded: boolean }) {
  const id = useId()
  return (
    <label htmlFor={id} className={props.folded ? 'flex items-center gap-2' : 'block min-w-44 flex-1'}>
      <span className={props.folded ? 'text-xs text-ink-2' : 'mb-1 block text-xs text-ink-2'}>Password</span>
      <input
        id={id}
        type="password"
        className="control"
        required
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        autoComplete="off"
      />
    </label>
  )
}
