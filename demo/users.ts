/** Somebody who can sign in at the demo identity provider. */
export type DemoUser = {
  readonly name: string
  readonly password: string
  /** What the newcomer sees by trying it. */
  readonly shows: string
  readonly claims: Readonly<Record<string, unknown>> & { readonly sub: string }
  /** How the password grant answers the right password, when not with tokens: in the words of Entra ID. */
  readonly refusal?: { readonly error: string; readonly description: string }
}

const domain = 'acme.example'

/** Passwords differ, because one password tried for many users looks like an attack, to Latchkey too. */
export const demoUsers: readonly DemoUser[] = [
  user('ada', 'Ada Lovelace', 'analytical-engine', ['Mac Admins', 'Staff'], 'an administrator'),
  user('ben', 'Benjamin Banneker', 'wooden-clock', ['Staff'], 'a standard user'),
  {
    ...user(
      'mia',
      'Mia Hamm',
      'golden-goal',
      ['Mac Admins', 'Staff'],
      'a right password that needs a second factor',
    ),
    refusal: {
      error: 'invalid_grant',
      description:
        'AADSTS50076: The policy of your administrator asks for multi-factor authentication to reach this application.',
    },
  },
  {
    ...user('lou', 'Lou Gehrig', 'iron-horse', ['Staff'], 'an account that is locked'),
    refusal: {
      error: 'invalid_grant',
      description: 'AADSTS50053: The account is locked after too many sign-ins.',
    },
  },
  {
    ...user('eve', 'Eve Ensler', 'last-season', ['Staff'], 'a password that has expired'),
    refusal: { error: 'invalid_grant', description: 'AADSTS50055: The password is expired.' },
  },
]

/** The user with this name, short or as an e-mail address, in any case. */
export function demoUser(name: string): DemoUser | undefined {
  const plain = name.trim().toLowerCase()
  return demoUsers.find((each) => plain === each.name || plain === `${each.name.split('@')[0]}`)
}

function user(
  short: string,
  fullName: string,
  password: string,
  groups: readonly string[],
  shows: string,
): DemoUser {
  const [given_name = '', family_name = ''] = fullName.split(' ')
  const email = `${short}@${domain}`
  const roles = groups.includes('Mac Admins') ? ['Admin'] : ['Standard']
  const names = { preferred_username: email, name: fullName, given_name, family_name }
  const claims = { sub: `demo-${short}`, ...names, email, email_verified: true, groups, roles }
  return { name: email, password, shows, claims }
}
