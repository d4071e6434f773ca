import { changeLoginKey, loginKey } from '../client-settings'
import { oidcDiscovery } from '../references'
import { type Check, type CheckResult, passed, skipped, warning } from '../run-checks'
import { type DiscoveryContext, metadataOf } from './context'

/**
 * Whether the provider lists the scopes of the configuration. It need not: "servers MAY choose not to advertise some
 * supported scope values even when this parameter is used". So no scope is taken away for not being listed; one that
 * is listed in other capital letters is a misspelling, since scopes are compared letter by letter (RFC 6749, 3.3).
 */
export const scopeCheck: Check<DiscoveryContext> = {
  id: 'discovery.scopes',
  title: 'The scopes of the configuration are asked for as the provider spells them',
  warningTitle: 'A scope is spelled otherwise than at the provider',
  reference: oidcDiscovery('3', 'ProviderMetadata'),
  needs: ['discovery.json'],
  run: scopes,
}

function scopes(context: DiscoveryContext): CheckResult {
  const { scopes_supported: offered } = metadataOf(context)
  const { scopes: wanted, scopesConfigured } = context.client
  if (offered === undefined) {
    return skipped('The provider does not list its scopes.')
  }
  const spelled = new Map(wanted.map((scope) => [scope, spellingIn(offered, scope)]))
  const misspelt = wanted.filter((scope) => spelled.get(scope) !== scope)
  if (misspelt.length === 0) {
    return passed({ received: wanted.join(' '), ...unlisted(wanted, offered) })
  }
  const fixed = [...new Set(spelled.values())].join('+')
  const repair = changeLoginKey(context.settings, `Use ${fixed}`, 'OIDCScopes', {
    type: 'string',
    value: fixed,
  })
  return warning({
    received: offered.join(' '),
    expected: misspelt.join(' '),
    means: `The provider lists ${misspelt.map((scope) => spelled.get(scope)).join(', ')}. Upper and lower case count in scopes, so it may ignore this spelling or refuse the sign-in.`,
    change: 'Use the spelling of the provider.',
    remedy: loginKey('OIDCScopes', scopesConfigured ? repair : undefined),
  })
}

/** The scope as it is listed: in the same letters, else in other capital letters, else as it is wanted. */
function spellingIn(offered: readonly string[], scope: string): string {
  const near = offered.find((each) => each.toLowerCase() === scope.toLowerCase())
  return offered.includes(scope) ? scope : (near ?? scope)
}

/** Scopes that are in no list, of which API scopes ("api://…/jamfconnect") never are. */
function unlisted(wanted: readonly string[], offered: readonly string[]) {
  const rest = wanted.filter((scope) => /^[a-z_]+$/i.test(scope) && !offered.includes(scope))
  return rest.length === 0
    ? {}
    : {
        means: `The provider does not list ${rest.join(', ')}. Providers need not list every scope, so this is no reason to leave it out; the sign-in test shows what it brings.`,
      }
}
