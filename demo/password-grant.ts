import type Provider from 'oidc-provider'
import { type Context, errors } from 'oidc-provider'
import { clientIds } from './clients'
import { type DemoUser, demoUser } from './users'

/** Teaches the provider the resource owner password grant (RFC 6749, section 4.3), which oidc-provider leaves out. */
export function addPasswordGrant(provider: Provider): void {
  const answer = async (context: Context) => {
    const { username = '', password = '', scope = 'openid' } = context.oidc.params
    // oidc-provider itself would say invalid_request, which no other provider does.
    if (context.oidc.client.clientId === clientIds.withoutPasswords) {
      throw refusal('unauthorized_client', 'This client may not use the password grant.')
    }
    const user = demoUser(username)
    if (user === undefined || user.password !== password) {
      throw refusal('invalid_grant', 'AADSTS50126: The user name or the password is wrong.')
    }
    if (user.refusal !== undefined) {
      throw refusal(user.refusal.error, user.refusal.description)
    }
    context.body = await tokens(provider, context, user, scope)
  }
  provider.registerGrantType('password', answer, ['username', 'password', 'scope'])
}

async function tokens(provider: Provider, context: Context, user: DemoUser, scope: string): Promise<object> {
  const { client } = context.oidc
  const accountId = user.claims.sub
  context.oidc.entity('Account', { accountId, claims: async () => user.claims })
  const grant = new provider.Grant({ accountId, clientId: client.clientId })
  grant.addOIDCScope(scope)
  const grantId = await grant.save()
  const access = new provider.AccessToken({ accountId, client, grantId, gty: 'password', scope })
  context.oidc.entity('AccessToken', access)
  const access_token = await access.save()
  const answer = { access_token, token_type: 'Bearer', expires_in: access.expiration, scope }
  if (!scope.split(' ').includes('openid')) {
    return answer
  }
  const idToken = new provider.IdToken(user.claims, { ctx: context })
  idToken.scope = scope
  idToken.set('at_hash', access_token)
  return { ...answer, id_token: await idToken.issue({ use: 'idtoken' }) }
}

function refusal(error: string, description: string): Error {
  return Object.assign(new errors.OIDCProviderError(400, error), { error_description: description })
}
