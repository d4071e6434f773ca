import { differsEncoded } from '../token-endpoint/basic'
import { metadataOf, type PasswordContext } from './context'
import type { SecretWay } from './secret-place'

/** In sentences: "The secret was sent …". */
export const wayInWords: { readonly [W in SecretWay]: string } = {
  form: 'in the form (client_secret_post)',
  'header-encoded': 'in the header, form-encoded (client_secret_basic)',
  'header-plain': 'in the header, as it is written',
}

/**
 * The ways to send the secret of the plan, likeliest first; none for a public client. Most providers take it in the
 * form; one that lists the header only gets it there (OpenID Connect Core, section 9). The two spellings of the header
 * are one where the secret has no special characters.
 */
export function secretWays(context: PasswordContext): SecretWay[] {
  const { clientId, secret } = context.plan
  if (secret.value === '') {
    return []
  }
  const differs = differsEncoded(clientId.value, secret.value)
  const header: SecretWay[] = differs ? ['header-encoded', 'header-plain'] : ['header-encoded']
  const offered = metadataOf(context).token_endpoint_auth_methods_supported
  const headerFirst =
    offered?.includes('client_secret_post') === false && offered.includes('client_secret_basic')
  switch (context.secretPlace) {
    case 'form':
      return ['form']
    case 'header':
      return header
    default:
      return headerFirst ? [...header, 'form'] : ['form', ...header]
  }
}
