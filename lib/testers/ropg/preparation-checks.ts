import { providerOf, usesOktaAuthn } from '../../schema/providers'
import { placeOf } from '../../schema/read'
import { isTemplate } from '../../schema/templates'
import { traitsOf } from '../../schema/vendors'
import { diagnose } from '../diagnosis/diagnose'
import { jamf, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, warning } from '../run-checks'
import { type PasswordContext, remedyFor } from './context'

/** What can be said before anything is sent. */
export const preparationChecks: readonly Check<PasswordContext>[] = [
  {
    id: 'ropg.provider',
    title: 'The identity provider checks passwords with the password grant',
    failedTitle: 'Passwords of this configuration are not checked with the password grant',
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
  return passed()
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
