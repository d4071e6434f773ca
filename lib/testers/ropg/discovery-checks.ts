import type { KeyPlace } from '@/lib/api/issue'
import type { Edit } from '../../api/issue'
import type { Finding, Remedy } from '../../api/report'
import { LOGIN_DOMAIN } from '../../products/jamf-connect/context'
import { placeOf } from '../../products/jamf-connect/keys'
import { vendorSources } from '../../products/jamf-connect/providers/vendor-sources'
import { traitsOf, vendorOf } from '../../products/jamf-connect/providers/vendors'
import { answerChecks } from '../discovery/answer-checks'
import type { DiscoveryContext } from '../discovery/context'
import { issuerCheck } from '../discovery/issuer-check'
import { rfc } from '../references'
import { type Check, type CheckResult, passed, skipped, warning } from '../run-checks'
import { metadataOf, type PasswordContext, remedyFor } from './context'
import type { PasswordPlan } from './plan'

/** The discovery document that the password check uses, which need not be that of the sign-in. */
export const planDiscoveryChecks: readonly Check<PasswordContext>[] = [
  ...[...answerChecks, issuerCheck].map(adapted),
  {
    id: 'ropg.grant',
    title: 'The password grant is offered',
    warningTitle: 'The identity provider has no password grant',
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
  const traits = traitsOf(vendorOf(context.plan.provider, context.plan.address?.url))
  if (traits?.passwordGrant === 'none') {
    return warning({
      title: `${traits.label} has no password grant for the passwords of people`,
      received: offered?.includes('password') ? 'password' : 'No password grant',
      means: `No application of ${traits.label} can check the password with which people sign in, so Jamf Connect cannot either. The attempt shows what it answers.`,
      change:
        'Turn on OIDCNewPassword, so that the local password is a separate one, or have another provider check passwords with ROPGDiscoveryURL.',
      reference: { label: traits.label, url: vendorSources[traits.vendor] },
      remedy: remedyFor(placeOf('login/OIDCNewPassword')),
    })
  }
  if (offered === undefined) {
    return passed({ title: 'The provider does not list its grants' })
  }
  return offered.includes('password')
    ? passed()
    : skipped('The provider does not list the grant. Some accept it all the same, so it is tried.')
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
