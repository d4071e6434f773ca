'use client'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Segments } from '@/components/ui/segments'
import type { useTest } from './use-test'

type Test = ReturnType<typeof useTest>

/** A form that starts a test: what it does, what it asks for, one button. */
function RunForm(props: {
  about: ReactNode
  button: string
  test: Test
  onStart: () => void
  children?: ReactNode
}) {
  const { test } = props
  const running = test.state.phase === 'running'
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        props.onStart()
      }}
      className="rounded-xl border border-line bg-panel px-4 py-4"
    >
      <div className="max-w-prose space-y-1 text-ink-2">{props.about}</div>
      {props.children && <div className="mt-3 flex flex-wrap items-end gap-3">{props.children}</div>}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button look="primary" type="submit" disabled={running}>
          {running ? 'Running…' : props.button}
        </Button>
        {(running || test.state.phase === 'waiting') && <Button onClick={test.cancel}>Cancel</Button>}
      </div>
    </form>
  )
}

/** Reads the discovery document and the signing keys. */
export function DiscoveryPanel({ test }: { test: Test }) {
  return (
    <RunForm
      test={test}
      button="Run the test"
      onStart={() => void test.run('/api/tests/discovery', {})}
      about={
        <p>
          Reads the discovery document and the signing keys of the identity provider and compares them with
          what this configuration needs. Nobody signs in.
        </p>
      }
    />
  )
}

/** Signs in as the login window does, in a window of its own. */
export function SignInPanel({ test, hybrid }: { test: Test; hybrid: boolean }) {
  const [responseType, setResponseType] = useState<'code' | 'code id_token' | 'id_token'>(
    hybrid ? 'code id_token' : 'code',
  )
  const [responseMode, setResponseMode] = useState<'default' | 'query' | 'fragment' | 'form_post'>('default')
  const [redirect, setRedirect] = useState<'configured' | 'callback'>('configured')
  const start = () =>
    test.run('/api/tests/oidc/start', {
      responseType,
      ...(responseMode === 'default' ? {} : { responseMode }),
      ...(redirect === 'callback' ? { catcher: 'callback' } : {}),
    })
  return (
    <RunForm
      test={test}
      button="Start the sign-in"
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
      <Labelled title="Response mode">
        <select
          className="control !w-auto"
          aria-label="Response mode"
          value={responseMode}
          onChange={(event) => setResponseMode(event.target.value as typeof responseMode)}
        >
          <option value="default">The provider’s default</option>
          <option value="query">query</option>
          <option value="fragment">fragment</option>
          <option value="form_post">form_post</option>
        </select>
      </Labelled>
      <Labelled title="Redirect URI">
        <select
          className="control !w-auto"
          aria-label="Redirect URI"
          value={redirect}
          onChange={(event) => setRedirect(event.target.value as typeof redirect)}
        >
          <option value="configured">As configured</option>
          <option value="callback">Latchkey’s own</option>
        </select>
      </Labelled>
      {redirect === 'callback' && <CallbackAddress />}
    </RunForm>
  )
}

/** The answer comes to Latchkey by itself when the identity provider knows this address. */
function CallbackAddress() {
  const address = `${window.location.origin}/callback`
  return (
    <p className="basis-full max-w-prose text-xs text-ink-2">
      Register <code className="font-mono break-all text-ink">{address}</code>
      <CopyButton text={address} label="Copy the redirect URI of Latchkey" /> as a redirect URI of the
      application first. The answer then comes back by itself.
    </p>
  )
}

const apps = [
  { value: 'login', label: 'Login window' },
  { value: 'connect', label: 'Self Service+' },
] as const

/** Asks for a user name and a password and sends them once. The fields are emptied when the test has been started. */
export function PasswordPanel({
  test,
  both,
  path,
  about,
  button,
}: {
  test: Test
  both: boolean
  path: string
  about: string
  button: string
}) {
  const [app, setApp] = useState<(typeof apps)[number]['value']>('login')
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const ids = { user: useId(), password: useId() }
  const start = () => {
    void test.run(path, { ...(both ? { app } : {}), userName, password })
    setPassword('')
  }
  return (
    <RunForm
      test={test}
      button={button}
      onStart={start}
      about={
        <>
          <p>{about}</p>
          <p>One attempt a click. Wrong passwords count: the provider may lock the account.</p>
        </>
      }
    >
      {both && (
        <Labelled title="As">
          <Segments label="As" value={app} onChange={setApp} segments={apps} />
        </Labelled>
      )}
      <label htmlFor={ids.user} className="block min-w-44 flex-1">
        <span className="mb-1 block text-xs text-ink-2">User name</span>
        <input
          id={ids.user}
          className="control"
          required
          value={userName}
          onChange={(event) => setUserName(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label htmlFor={ids.password} className="block min-w-44 flex-1">
        <span className="mb-1 block text-xs text-ink-2">Password</span>
        <input
          id={ids.password}
          type="password"
          className="control"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="off"
        />
      </label>
    </RunForm>
  )
}

function Labelled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-xs text-ink-2">{title}</p>
      {children}
    </div>
  )
}
