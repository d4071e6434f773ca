import { LOGIN_DOMAIN } from '../../schema/context'
import type { Edit } from '../../schema/issue'
import { answerChecks } from '../discovery/answer-checks'
import type { DiscoveryContext } from '../discovery/context'
import { issuerCheck } from '../discovery/issuer-check'
import { rfc } from '../references'
import type { Finding, Remedy } from '../report'
import { type Check, type CheckResult, passed, warning } from '../run-checks'
import { metadataOf, type PasswordContext, remedyFor } from './context'
import type { KeyPlace, PasswordPlan } from './plan'

/** The discovery document that the password check uses, which need not be that of the sign-in. */
export const planDiscoveryChecks: readonly Check<PasswordContext>[] = [
  ...[...answerChecks, issuerCheck].map(adapted),
  {
    id: 'ropg.grant',
    title: 'The password grant is offered',
    warningTitle: 'The password grant is not among those offered',
    reference: rfc(6749, '4.3'),
    needs: ['discovery.json'],
    run: passwordGrant,
  },
]

/** The same check for the address of the plan. */
function adapted(check: Check<DiscoveryContext>): Check<PasswordContext> {
  const { needs = ['ropg.provider'] } = check
  return {
    ...check,
    needs,
    run: ({ discovery }) => check.run(discovery),
  }
}

function passwordGrant(context: PasswordContext): CheckResult {
  const { grant_types_supported: offered } = metadataOf(context)
  if (offered === undefined) {
    return passed({ means: 'The provider does not list its grants.' })
  }
  return offered.includes('password')
    ? passed()
    : warning({
        received: offered.join(', '),
        expected: 'password',
        means:
          'The provider does not list the grant. Entra ID and some others accept it all the same, so it is tried.',
        change: 'If the attempt fails, allow the password grant for the app at the identity provider.',
        remedy: remedyFor(context.plan.clientId),
      })
}

/** A finding whose remedy names a key of the sign-in, with the key of the plan in its place. */
export function relocated(finding: Finding, plan: PasswordPlan): Finding {
  const { remedy } = finding
  return remedy === undefined ? finding : { ...finding, remedy: moved(remedy, plan) }
}

function moved(remedy: Remedy, plan: PasswordPlan): Remedy {
  const { repair } = remedy
  return {
    ...placeFor(remedy, plan),
    ...(repair === undefined
      ? {}
      : { repair: { ...repair, edits: repair.edits.map((edit) => movedEdit(edit, plan)) } }),
  }
}

function movedEdit(edit: Edit, plan: PasswordPlan): Edit {
  const [name, ...rest] = edit.path
  return edit.domain === LOGIN_DOMAIN && typeof name === 'string' && rest.length === 0
    ? { ...placeFor({ domain: LOGIN_DOMAIN, path: [name] }, plan), value: edit.value }
    : edit
}

function placeFor({ domain, path }: KeyPlace, plan: PasswordPlan): KeyPlace {
  const places: Readonly<Record<string, KeyPlace>> = {
    OIDCProvider: plan.providerKey,
    OIDCDiscoveryURL: plan.addressKey,
    OIDCTenant: plan.tenant,
    OIDCClientID: plan.clientId,
    OIDCClientSecret: plan.secret,
    ...(plan.app === 'connect'
      ? { OIDCROPGID: plan.clientId, OIDCScopes: plan.scopesKey, ROPGScopes: plan.scopesKey }
      : {}),
  }
  const place = domain === LOGIN_DOMAIN && path.length === 1 ? places[path[0] ?? ''] : undefined
  return { domain: place?.domain ?? domain, path: place?.path ?? path }
}
