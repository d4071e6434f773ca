import { RequestError } from '@/lib/access/problem'
import type { Problem } from '@/lib/api/problem'
import type { Egress } from '@/lib/egress/egress'
import { openEgress } from '@/lib/egress/open-egress'
import { type EgressPolicy, policyFromEnvironment } from '@/lib/egress/policy'
import { PlistError } from '@/lib/plist/errors'
import { environment } from '@/lib/process/environment'
import { slot } from '@/lib/process/slot'
import { ProfileError } from '@/lib/profile/errors'
import { openProfile } from '@/lib/profile/open-profile'
import { settingsByDomain } from '@/lib/profile/payloads/shapes'
import type { Settings } from '@/lib/schema/settings'
import type { TestEvent } from '../api/report'
import type { TestTools } from '../testers/tools'

const held = slot<EgressPolicy>('egress-policy')

/** The tools of a test that this server runs: its own policy, its own clock. Throws EgressSettingError. */
export function serverTools(signal: AbortSignal): TestTools {
  const policy = held.orMake(() => policyFromEnvironment(environment()))
  const door: TestTools['openEgress'] = (options): Egress => openEgress({ ...options, policy })
  return { openEgress: door, now: Date.now, signal }
}

/** The settings of a profile as it is on the screen. Throws RequestError for one that cannot be opened. */
export async function settingsIn(body: {
  readonly content: string
  readonly fileName?: string | undefined
}): Promise<Settings> {
  try {
    const { root, places } = await openProfile(Buffer.from(body.content, 'base64'), body.fileName)
    return settingsByDomain(root, places)
  } catch (error) {
    if (error instanceof PlistError || error instanceof ProfileError) {
      throw new RequestError(400, 'bad-profile', error.message)
    }
    throw error
  }
}

/** The last line of a test that could not go on, or that ended with the server. */
export function brokenTest({ code, message }: Problem): TestEvent {
  const summary =
    code === 'stopping'
      ? ({ verdict: 'cancelled', title: 'The test was stopped', text: message } as const)
      : ({ verdict: 'failed', title: 'The test could not go on', text: message } as const)
  return { type: 'done', summary, durationMs: 0 }
}
