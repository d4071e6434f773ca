import { EgressSettingError } from '@/lib/egress/errors'
import { openEgress } from '@/lib/egress/open-egress'
import { type EgressPolicy, policyFromEnvironment } from '@/lib/egress/policy'
import type { TestTools } from '@/lib/testers/tools'
import { CliError } from '../cli-error'
import type { Io } from '../terminal/io'

/** The tools of a tester; on the command line every test can be cancelled. */
export type CliTools = TestTools & { readonly signal: AbortSignal }

/** Tools with the policy of the environment. Throws CliError for a setting that cannot be read. */
export function toolsFor({ env }: Io, signal: AbortSignal): CliTools {
  const policy = readPolicy(env)
  return { openEgress: (options) => openEgress({ ...options, policy }), now: Date.now, signal }
}

function readPolicy(env: Io['env']): EgressPolicy {
  try {
    return policyFromEnvironment(env)
  } catch (error) {
    throw error instanceof EgressSettingError ? new CliError(error.message, { cause: error }) : error
  }
}
