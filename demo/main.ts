import { createConfiguration } from '@/lib/library/create'
import { openLibrary } from '@/lib/library/open'
import { redirectUriAt } from './clients'
import { type DemoConfiguration, demoConfigurations } from './configurations'
import { startIdentityProvider } from './identity-provider'
import { standInUsers } from './okta/users'
import { givePasswords, passwordOf, startOktaStandIn } from './okta-authn'
import { demoUsers } from './users'

/** The demo, up to the point where Latchkey itself starts. */
export type Demo = {
  /** Hosts and ports of the stand-ins, in the form of LATCHKEY_EGRESS_ALLOW. */
  readonly allow: string
  /** What to try, for the terminal. */
  readonly text: string
  readonly close: () => Promise<void>
}

/**
 * Starts the identity providers and fills the library in `folder`, which exists, with configurations for them. Their
 * sign-ins end on `redirectPort` of this machine.
 */
export async function prepareDemo(folder: string, redirectPort: number): Promise<Demo> {
  const redirectUri = redirectUriAt(redirectPort)
  const [provider, okta] = await Promise.all([
    startIdentityProvider({ redirectUris: [redirectUri] }),
    startOktaStandIn(),
  ])
  givePasswords(okta)
  const configurations = demoConfigurations(provider.url, okta.url, redirectUri)
  const library = await openLibrary(folder, undefined)
  try {
    // The newest comes first in the list, by the millisecond.
    for (const { content } of [...configurations].reverse()) {
      await createConfiguration(library, content)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  } finally {
    await library.close()
  }
  return {
    allow: [provider.url, okta.url].map((url) => new URL(url).host).join(','),
    text: guide({ provider: provider.url, okta: okta.url, redirectUri }, configurations),
    close: async () => {
      await Promise.all([provider.close(), okta.close()])
    },
  }
}

/** Those whose state an organization has; the others answer as a broken server would. */
const oktaUsers = Object.keys(standInUsers).filter((name) => standInUsers[name]?.quirk === undefined)

type Places = { readonly provider: string; readonly okta: string; readonly redirectUri: string }

function guide(
  { provider, okta, redirectUri }: Places,
  configurations: readonly DemoConfiguration[],
): string {
  const users = demoUsers.map(({ name, password, shows }) => [name, password, shows])
  const scenes = configurations.map(({ name, shows }) => [name, shows])
  return `Demo identity provider   ${provider}
Okta stand-in            ${okta}

People of the demo identity provider, to sign in and to check passwords with:
${table([['User name', 'Password', 'Shows'], ...users])}

At the Okta stand-in, the password is made of the name, such as “${passwordOf('push')}” for push@example.com;
the code of every text message is 424242:
  ${oktaUsers.join(', ')}

Configurations to open and test:
${table(scenes)}

Sign-ins end at ${redirectUri}, where Latchkey catches the answer. The browser warns about
the certificate of that address, which Latchkey has made for itself: go on past the warning.

The editor remarks that the addresses are inside a network: they are on this machine, where no Mac can reach them.
Everything is thrown away when you press Control-C.`
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}
