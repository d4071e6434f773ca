import type { Rule } from './advice/rule'
import { contextOf, type Settings } from './context'
import type { Issue } from './issue'

export type AdviceOptions = {
  /** The day that licenses are measured against; the present one when absent. */
  readonly today?: Date
  /** Payload types of the same profile that are not Jamf Connect's. */
  readonly foreignPayloadTypes?: readonly string[]
}

/** Every rule over more than one key, in the order in which its issues are listed. */
export const rules: readonly Rule[] = []

/** What an administrator should reconsider about the settings as a whole. */
export function advice(settings: Settings, { today, foreignPayloadTypes }: AdviceOptions = {}): Issue[] {
  const context = contextOf(settings)
  const subject = {
    settings,
    context,
    today: today ?? new Date(),
    foreignPayloadTypes: foreignPayloadTypes ?? [],
  }
  return rules.flatMap((rule) => rule(subject))
}
