import { urlIn } from '@/lib/schema/web-address'
import { EgressError } from '../../egress/errors'
import { textOf } from '../../products/jamf-connect/keys'
import { askUserInfo, userInfoHas } from '../../products/jamf-connect/outcome/claim-sources'
import { listClaim, roleClaims } from '../../products/jamf-connect/outcome/claims'
import { textsAt } from '../../schema/read'
import { loginKey } from '../client-settings'
import { isObject, jsonObject } from '../discovery/metadata'
import { parseToken } from '../id-token/parsed-token'
import { written } from '../json-text'
import { jamf, oidcCore } from '../references'
import { type Check, type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { type FinishContext, given } from './context'

const needs = ['id-token.format']

/** What the token says beyond the protocol: groups and roles, and claims that are kept elsewhere. */
export const claimChecks: readonly Check<FinishContext>[] = [
  {
    id: 'oidc.hybrid-tokens',
    title: 'Both ID tokens are about the same user',
    failedTitle: 'The two ID tokens are about different users',
    reference: oidcCore('3.3.3.6', 'HybridIDToken2'),
    needs,
    run: sameUser,
  },
  {
    id: 'oidc.groups',
    title: 'The token lists groups or roles',
    warningTitle: 'The token lists no groups or roles',
    reference: jamf('OpenID_Connect_User_Role_Settings', 'OpenID Connect User Role Settings'),
    needs,
    run: groups,
  },
  {
    id: 'oidc.group-overage',
    title: 'The list of groups is complete',
    warningTitle: 'The list of groups is left out',
    reference: {
      label: 'Microsoft: groups overage claim',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#groups-overage-claim',
    },
    needs,
    run: overage,
  },
  {
    id: 'oidc.other-claims',
    title: 'Claims of other sources can be read',
    warningTitle: 'Claims of other sources have to be asked for',
    reference: oidcCore('5.6.2', 'AggregatedDistributedClaims'),
    needs,
    run: otherSources,
  },
]

function sameUser({ frontClaims, claims }: FinishContext): CheckResult {
  if (frontClaims === undefined || frontClaims === claims) {
    return skipped('There is one ID token only.')
  }
  const { iss, sub } = given(claims, 'The claims')
  return frontClaims.iss === iss && frontClaims.sub === sub
    ? passed()
    : failed({
        received: `${String(frontClaims.sub)} from ${String(frontClaims.iss)}`,
        expected: `${written(sub)} from ${written(iss)}`,
        means: 'The browser and the token endpoint were given tokens of different users.',
      })
}

function groups(context: FinishContext): CheckResult {
  const { settings, userInfo } = context
  const all = claimsForJamf(context)
  const admin = textOf({ settings }, 'login/OIDCAdminAttribute')
  const names = [...new Set([...roleClaims(all), ...(admin in all ? [admin] : [])])]
  const lists = names.map((name) => `${name}: ${listClaim(all, name).join(', ') || 'empty'}`)
  if (lists.length > 0) {
    return passed({ received: lists.join('; ').slice(0, 1000) })
  }
  const [elsewhere] = userInfo?.sub === all.sub ? roleClaims(userInfo ?? null) : []
  const wanted = textsAt(settings, loginKey('OIDCAdmin')).length > 0 || settings.size === 0
  if (!wanted) {
    return skipped('The token has no claim with groups or roles, and OIDCAdmin is not configured.')
  }
  return elsewhere === undefined
    ? warning({
        received: 'No claim with groups or roles',
        means: 'Jamf Connect cannot tell from this token who is an administrator.',
        change: 'Have the identity provider put groups or roles into the ID token.',
        remedy: loginKey('OIDCAdminAttribute'),
      })
    : warning({
        received: `${elsewhere}, from the UserInfo endpoint only`,
        means: 'Jamf Connect cannot tell from the ID token who is an administrator.',
        change: userInfoHas(elsewhere),
        remedy: loginKey('UseUserInfo', askUserInfo),
      })
}

/** With UseUserInfo on, what the ID token lacks comes from the UserInfo endpoint, if it speaks of the same user. */
function claimsForJamf({ claims, userInfo, client }: FinishContext): Readonly<Record<string, unknown>> {
  const own = given(claims, 'The claims')
  return client.useUserInfo && userInfo?.sub === own.sub ? { ...userInfo, ...own } : own
}

/** Entra ID leaves groups out of a token with more than 200 of them and says so in _claim_names or hasgroups. */
function overage({ claims }: FinishContext): CheckResult {
  const { _claim_names: names, hasgroups } = given(claims, 'The claims')
  const left = hasgroups === true || hasgroups === 'true' || (isObject(names) && 'groups' in names)
  return left
    ? warning({
        received: hasgroups === undefined ? '_claim_names with groups' : 'hasgroups',
        means:
          'The user is in more groups than fit, so Entra ID put none of them into the token. Jamf Connect finds no administrator group in it.',
        change: 'Use app roles and OIDCAdminAttribute roles, or have the app list assigned groups only.',
        remedy: loginKey('OIDCAdminAttribute'),
      })
    : passed()
}

async function otherSources(context: FinishContext): Promise<CheckResult> {
  const { _claim_sources: sources } = given(context.claims, 'The claims')
  if (!isObject(sources)) {
    return skipped('The token has none.')
  }
  const lines: string[] = []
  for (const [name, source] of Object.entries(sources).slice(0, 5)) {
    lines.push(`${name}: ${await describeSource(context, source)}`)
  }
  return warning({
    received: lines.join('; '),
    means:
      'Jamf Connect is not documented to ask other sources; a claim it needs has to be in the token itself.',
  })
}

async function describeSource(context: FinishContext, source: unknown): Promise<string> {
  const { JWT: inline, endpoint, access_token: token } = isObject(source) ? source : {}
  if (typeof inline === 'string') {
    context.conceal('claims_jwt', inline)
    const parsed = parseToken(inline)
    return typeof parsed === 'string'
      ? 'cannot be read'
      : `holds ${Object.keys(parsed.claims).join(', ')}, unverified`
  }
  if (typeof endpoint !== 'string') {
    return 'is of no known form'
  }
  if (/^graph\.(windows\.net|microsoft\.com)$/.test(urlIn(endpoint)?.hostname ?? '')) {
    return 'is Microsoft Graph, which was not asked: it takes other rights than a sign-in has'
  }
  return fetchSource(context, endpoint, typeof token === 'string' ? token : null)
}

/** A token that comes with the source is for that source only; the user's own access token is never sent there. */
async function fetchSource(context: FinishContext, url: string, token: string | null): Promise<string> {
  if (token !== null) {
    context.conceal('claims_access_token', token)
  }
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
  try {
    const answer = await context.egress.request({
      name: 'Further claims',
      method: 'GET',
      url,
      headers: authorization,
    })
    const body = answer.text().trim()
    const parsed = parseToken(body)
    const claims = typeof parsed === 'string' ? jsonObject(body) : parsed.claims
    return answer.status === 200 && claims !== null
      ? `holds ${Object.keys(claims).join(', ')}, unverified`
      : `answered ${answer.status}`
  } catch (error) {
    if (error instanceof EgressError && error.code !== 'cancelled') {
      return `was not read. ${error.message}`
    }
    throw error
  }
}
