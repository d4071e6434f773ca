import { urlIn } from '@/lib/schema/web-address'
import type { Finding, Remedy, Summary } from '../../api/report'
import { CONNECT_DOMAIN, contextOf, seenFrom } from '../../products/jamf-connect/context'
import { facts } from '../../products/jamf-connect/facts'
import { placeOf, textOf } from '../../products/jamf-connect/keys'
import { providerOf, usesOktaAuthn } from '../../products/jamf-connect/providers/providers'
import { flawIn } from '../../schema/formats'
import type { Settings } from '../../schema/settings'
import { isTemplate } from '../../schema/templates'
import { jamf } from '../references'
import { type Check, type CheckResult, failed, passed, runChecks, warning } from '../run-checks'
import type { TestRun } from '../stream-test'

/** Whose settings are tried: the login window's or the menu bar app's. */
export type OktaApp = 'login' | 'connect'

/** Where the password goes. */
export type OktaTarget = {
  readonly app: OktaApp
  /** "https://example.okta.com". */
  readonly origin: string
  readonly host: string
  /** A stand-in on this machine, which speaks plain http. */
  readonly loopback: boolean
  readonly key: Remedy
}

/** What the checks of the configuration work with; the last one finds the target. */
export type TargetContext = { readonly settings: Settings; readonly app: OktaApp; target?: OktaTarget }

const keys = {
  login: 'login/AuthServer',
  connect: 'connect/IdPSettings/OktaAuthServer',
} as const
const providerKeys = {
  login: 'login/OIDCProvider',
  connect: 'connect/IdPSettings/Provider',
} as const

/** The app to try when nobody chose: the one that has an Okta domain, the login window before the other. */
export function appOf(settings: Settings): OktaApp {
  return textOf({ settings }, keys.login) !== '' || !settings.has(CONNECT_DOMAIN) ? 'login' : 'connect'
}

/** The checks before anything is sent. */
export const targetChecks: readonly Check<TargetContext>[] = [
  {
    id: 'okta.provider',
    title: 'Jamf Connect signs in through the Okta Authentication API',
    failedTitle: 'Jamf Connect does not sign in through the Okta Authentication API',
    reference: jamf('Configuring_Okta_Classic_Engine_with_Jamf_Connect', 'Okta Classic Engine'),
    run: provider,
  },
  {
    id: 'okta.domain',
    title: 'The Okta domain is known',
    failedTitle: 'The Okta domain is missing or cannot be used',
    reference: jamf('Login_Window_Authentication_Settings', 'Login Window Authentication Settings'),
    needs: ['okta.provider'],
    run: domain,
  },
]

function provider({ settings, app }: TargetContext): CheckResult {
  const context = contextOf(settings)
  const id = (app === 'login' ? context : seenFrom(context, CONNECT_DOMAIN)).provider
  return usesOktaAuthn(id)
    ? passed({ received: 'Okta' })
    : failed({
        received: id === null ? 'No identity provider' : providerOf(id).label,
        expected: 'Okta',
        means: 'Jamf Connect uses this API with the provider Okta only.',
        change: 'Choose Okta, or run the test of the configured provider.',
        remedy: placeOf(providerKeys[app]),
      })
}

function domain(context: TargetContext): CheckResult {
  const key = placeOf(keys[context.app])
  const value = textOf(context, keys[context.app])
  if (value === '') {
    return failed({
      means: 'Jamf Connect does not know which organization to ask.',
      change: 'Enter the host name of your Okta organization.',
      remedy: key,
    })
  }
  if (isTemplate(value)) {
    return failed({
      received: value,
      means: 'The value is a variable that the MDM fills in, so the host is not known here.',
      change: 'Enter a host name for the test.',
      remedy: key,
    })
  }
  return judgeHost(context, value, key)
}

function judgeHost(context: TargetContext, value: string, key: Remedy): CheckResult {
  const host = value
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .toLowerCase()
  const plain = host.replace(/^([a-z0-9-]+)-admin\.(okta|oktapreview|okta-emea|okta-gov)\.com$/, '$1.$2.com')
  if (plain !== host) {
    return failed({
      received: host,
      expected: plain,
      means: 'This is the host of the Okta Admin Console. Users do not sign in there.',
      change: 'Leave -admin out of the host.',
      remedy: use(plain, key),
    })
  }
  const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/.test(host)
  const origin = `${loopback ? 'http' : 'https'}://${host}`
  const url = urlIn(origin)
  if (host.includes('@') || url === null) {
    return failed({
      received: value,
      means: 'This is no host name.',
      change: 'Enter the host name alone.',
      remedy: key,
    })
  }
  context.target = { app: context.app, origin: url.origin, host, loopback, key }
  const flaw = loopback ? null : flawIn(value, 'host', facts)
  return flaw === null
    ? passed({ received: host })
    : warning({
        received: value,
        expected: host,
        means: `The value ${flaw.message} The test goes on with ${host}.`,
        change: 'Enter the host name alone, without https:// and without a path.',
        remedy: use(flaw.suggestion ?? host, key),
      })
}

function use(host: string, key: Remedy): Remedy {
  const edit = { domain: key.domain, path: key.path, value: { type: 'string', value: host } } as const
  return { ...key, repair: { title: `Use ${host}`, edits: [edit] } }
}

/** Runs the checks of the configuration; gives where the password goes, or why it goes nowhere. */
export async function findTarget(
  { settings, app }: { readonly settings: Settings; readonly app?: OktaApp | undefined },
  run: TestRun,
): Promise<OktaTarget | Summary> {
  const context: TargetContext = { settings, app: app ?? appOf(settings) }
  let wrong: Finding | null = null
  for await (const found of runChecks(targetChecks, context, { signal: run.signal })) {
    run.finding(found)
    wrong ??= found.outcome === 'failed' ? found : null
  }
  if (context.target !== undefined) {
    return context.target
  }
  const { title = '', means = '', change = '', remedy } = wrong ?? {}
  const repair = remedy?.repair
  return {
    verdict: 'failed',
    title: 'Nobody can sign in with this configuration',
    text: `${title}. ${means} ${change}`.trim(),
    ...(repair === undefined ? {} : { repair }),
  }
}
