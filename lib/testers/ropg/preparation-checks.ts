import { placeOf } from '../../products/jamf-connect/keys'
import { providerOf, rowOf, usesOktaAuthn } from '../../products/jamf-connect/providers/providers'
import { traitsOf } from '../../products/jamf-connect/providers/vendors'
import { isTemplate } from '../../schema/templates'
import { diagnose } from '../diagnosis/diagnose'
import { jamf, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, warning } from '../run-checks'
import { type PasswordContext, remedyFor } from './context'
import type { PasswordPlan } from './plan'

/** Said where the provider has no such check, in place of a title of its own. */
export const NO_GRANT = 'Passwords of this configuration are not checked with the password grant'

/** What can be said before anything is sent. */
export const preparationChecks: readonly Check<PasswordContext>[] = [
  {
    id: 'ropg.provider',
    title: 'The identity provider checks passwords with the password grant',
    failedTitle: NO_GRANT,
    warningTitle: 'It is not certain which identity provider checks passwords',
    reference: jamf('Initial_Password_Settings', 'Initial Password Settings'),
    run: provider,
  },
  {
    id: 'ropg.client-id',
    title: 'A client ID for the password check is configured',
    failedTitle: 'The client ID of the password check is not known',
    warningTitle: 'The client ID of the password check is not configured',
    reference: rfc(6749, '2.2'),
    needs: ['ropg.provider'],
    run: clientId,
  },
  {
    id: 'ropg.scopes',
    title: 'The scopes of the password check are known',
    warningTitle: 'The scopes of the password check bring no ID token',
    reference: rfc(6749, '3.3'),
    needs: ['ropg.provider'],
    run: scopes,
  },
  {
    id: 'ropg.password',
    title: 'The password begins and ends without a space',
    warningTitle: 'The password begins or ends with a space',
    needs: ['ropg.provider'],
    run: outerSpace,
  },
]

function provider({ plan }: PasswordContext): CheckResult {
  const remedy = remedyFor(plan.providerKey)
  if (!plan.configured) {
    return notConfigured(plan)
  }
  if (plan.provider === null) {
    return failed({
      means: 'Without an identity provider there is nobody to ask.',
      change: 'Choose the identity provider.',
      remedy,
    })
  }
  const { label, ldap } = providerOf(plan.provider)
  if (traitsOf(plan.provider)?.passwordGrant === 'none') {
    const inStep =
      ldap &&
      ` To keep passwords the same, Self Service+ uses ${ldap.service}, which takes a certificate and cannot be tried here.`
    return failed({
      received: label,
      means: `${label} has no password grant. Jamf Connect cannot check a ${label} password, so the local password is a separate one.`,
      change: `Turn on OIDCNewPassword.${inStep ?? ''}`,
      remedy: remedyFor(placeOf('login/OIDCNewPassword')),
    })
  }
  if (usesOktaAuthn(plan.provider)) {
    return failed({
      received: label,
      means:
        'Jamf Connect checks the password with the Okta Authentication API, not with the password grant.',
      change: 'Run the Okta test instead.',
      remedy,
    })
  }
  const doubt = unclear(plan)
  return doubt?.outcome === 'failed' ? doubt : (lacksTenant(plan) ?? doubt ?? passed())
}

function notConfigured({ app, providerKey }: PasswordPlan): CheckResult {
  const name = app === 'connect' ? 'Self Service+' : 'login window'
  return failed({
    title: `There are no ${name} settings`,
    received: `No settings for ${providerKey.domain}`,
    means: `This configuration has no ${name} settings, so it is not known whom that app would ask. Nothing was sent.`,
    change: `Test the other app, or a configuration with ${name} settings.`,
  })
}

/** Some providers take no passwords at the address of all tenants. */
function lacksTenant({ provider, tenant, address }: PasswordPlan): CheckResult | null {
  const row = rowOf(provider)
  if (row?.passwordsAtTenantOnly !== true || tenant.value !== '' || address?.source === 'configured') {
    return null
  }
  const name = tenant.path.join('/')
  return failed({
    title: `${name} is not configured`,
    expected: name,
    means: `${row.label.replace(/^Microsoft /, '')} checks passwords only at the address of the tenant. Without the tenant there is no address to ask. Nothing was sent.`,
    change: `Enter the directory (tenant) ID in ${name}.`,
    reference: {
      label: 'Password grant of Entra ID',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc',
    },
    remedy: remedyFor(tenant),
  })
}

/** Which provider is asked is not plain: where a password might reach one that nobody meant, none is sent. */
function unclear({ unclear: found }: PasswordPlan): CheckResult | null {
  if (found === null) {
    return null
  }
  const place = placeOf(found.key)
  const { means, change } = found
  const repair =
    found.kind === 'no-effect' ? { title: 'Remove', edits: [{ ...place, value: null }] } : undefined
  const details = { means, change, remedy: remedyFor(place, repair) }
  return found.sends
    ? warning(details)
    : failed({
        ...details,
        title: 'It is not known which identity provider checks passwords',
        means: `${means} Nothing was sent.`,
      })
}

function clientId({ plan }: PasswordContext): CheckResult {
  const { clientId: id, clientIdBorrowed } = plan
  const name = ropgId(plan.app).path.join('/')
  if (id.value === '') {
    return failed({
      expected: name,
      means: 'The password check needs a client ID, and none is configured.',
      change: 'Enter the client ID of the app that is allowed to use the password grant.',
      remedy: remedyFor(id),
    })
  }
  if (isTemplate(id.value)) {
    return failed({
      received: id.value,
      means: 'The MDM fills in this value, so Latchkey does not know it.',
      remedy: remedyFor(id),
    })
  }
  return clientIdBorrowed
    ? warning({
        received: `${id.path.join('/')}: ${id.value}`,
        expected: name,
        means: `${name} is not configured, so this app may not check passwords at all. The test goes on with the client ID of the sign-in.`,
        change: `Enter ${id.value} in ${name} if that app may use the password grant.`,
        remedy: remedyFor(ropgId(plan.app), {
          title: `Use ${id.value}`,
          edits: [{ ...ropgId(plan.app), value: { type: 'string', value: id.value } }],
        }),
      })
    : passed({ received: id.value })
}

function ropgId(app: 'login' | 'connect') {
  return placeOf(app === 'login' ? 'login/OIDCROPGID' : 'connect/IdPSettings/ROPGID')
}

function scopes({ plan }: PasswordContext): CheckResult {
  const received = plan.scopes.join(' ')
  return plan.scopes.includes('openid')
    ? passed({ received, means: plan.scopesBecause })
    : warning({
        received,
        expected: 'openid',
        means: `${plan.scopesBecause} Without openid there is no ID token in the answer.`,
        remedy: remedyFor(plan.scopesKey),
      })
}

function outerSpace({ plan, password }: PasswordContext): CheckResult {
  if (password === password.trim()) {
    return passed()
  }
  const { cause, fix } = diagnose({ provider: plan.provider, symptom: 'password-with-outer-space' })
  return warning({ received: 'A space at the beginning or the end', means: cause, change: fix })
}
