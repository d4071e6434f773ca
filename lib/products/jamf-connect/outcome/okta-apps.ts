import { placeOf, textOf } from '../keys'
import { rowOf } from '../providers/providers'
import type { Scene } from './scene'
import type { Told } from './statement'

/** What the assignment to each of Okta's role apps means; the app for administrators is part of the rights. */
const APPS = [
  {
    key: 'OIDCAccessClientID',
    app: 'access',
    topic: 'Access',
    assigned: 'May sign in',
    not: 'May not sign in',
    means: 'Only users who are assigned to that Okta app can sign in and get an account.',
  },
  {
    key: 'OIDCSecondaryLoginClientID',
    app: 'secondary',
    topic: 'Further accounts',
    assigned: 'May add an account',
    not: 'Only as the first user',
    means: 'Users who are assigned to that Okta app can add an account to a Mac that already has one.',
  },
] as const

/** What depends on assignments to Okta apps: one statement for each configured app. */
export function oktaApps(scene: Scene): readonly Told[] {
  const byApps = rowOf(scene.provider)?.rolesFrom === 'okta-apps'
  return APPS.filter(({ key }) => byApps && textOf(scene, `login/${key}`) !== '').map(
    ({ key, app, topic, assigned, not, means }): Told => {
      const known = scene.oktaApps?.[app]
      return {
        id: 'okta-apps',
        topic,
        value: known === undefined ? 'Depends on an Okta app' : known ? assigned : not,
        because: `${key} is ${textOf(scene, `login/${key}`)}. ${means}${known === undefined ? ' Latchkey has not seen whether this user is.' : ''}`,
        keys: [placeOf(`login/${key}`)],
        certain: true,
        reads: {},
        ...(known === false && app === 'access'
          ? {
              concern: {
                verdict: 'failed',
                title: 'The password is right, but the test user may not sign in',
                text: `The user is not assigned to the Okta app that ${key} names. Assign the user or a group in Okta.`,
              },
            }
          : {}),
      }
    },
  )
}
