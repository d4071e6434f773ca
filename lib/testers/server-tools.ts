import { RequestError } from '@/lib/access/problem'
import type { Egress } from '@/lib/egress/egress'
import { openEgress } from '@/lib/egress/open-egress'
import { type EgressPolicy, policyFromEnvironment } from '@/lib/egress/policy'
import type { Problem } from '@/lib/library/api'
import { PlistError } from '@/lib/plist/errors'
import { ProfileError } from '@/lib/profile/errors'
import { openProfile } from '@/lib/profile/open-profile'
import { settingsByDomain } from '@/lib/profile/shapes'
import type { Settings } from '@/lib/schema/context'
import type { TestEvent } from './report'
import type { TestTools } from './tools'

/** The framework holds several copies of this module; the policy is read once for all of them. */
const holder = globalThis as { latchkeyEgressPolicy?: EgressPolicy }

/** The tools of a test that this server runs: its own policy, its own clock. Throws EgressSettingError. */
export function serverTools(signal: AbortSignal): TestTools {
  holder.latchkeyEgressPolicy ??= policyFromEnvironment(process.env)
  const policy = holder.latchkeyEgressPolicy
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
