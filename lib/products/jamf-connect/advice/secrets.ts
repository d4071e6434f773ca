import type { Issue } from '../../../api/issue'
import { isWhollyVariable } from '../../../schema/templates'
import { nameOfPath } from '../../../schema/words'
import { type JamfContext, seenFrom } from '../context'
import { providerInWords } from '../in-words'
import { passwordProviderBehind, providerBehind } from '../providers/provider-behind'
import type { ProviderId } from '../providers/provider-rows'
import { rowOf } from '../providers/providers'
import { inventedKeys } from './invented'
import { configuredKeys, unnamedSecretsOf } from './looked-up'
import { removal } from './move'
import { advise, type Rule } from './rule'

/**
 * Credentials in the profile that it could do without: readable by whoever has the file, and refused by clients that are
 * public. The secret that Google asks for passes.
 */
export const secrets: Rule = (subject) =>
  configuredKeys(subject)
    .filter(({ key }) => key.definition.secret === true)
    .filter(
      ({ value }) => value.type === 'string' && value.value.trim() !== '' && !isWhollyVariable(value.value),
    )
    .flatMap(({ key, path }): Issue[] => {
      const place = { domain: key.domain, path }
      const name = nameOfPath(path)
      const provider = behindSecret(key.name, seenFrom(subject.context, key.domain))
      // What cannot be left out is no remark about the settings; it is named and taken out where the file is passed on.
      if (provider?.secret === 'required' && provider.requiredFields.some((id) => id === key.id)) {
        return []
      }
      // Okta's Authentication API has no application at all, which the rule about keys without effect says.
      if (provider?.protocol === 'okta-authn') {
        return []
      }
      if (provider?.secret === 'absent') {
        const message = `${name} is configured, but ${providerInWords(provider.id)} wants Jamf Connect to be a public client, which has no secret. Remove it.`
        return [advise('secret-of-public-client', place, message, removal(place))]
      }
      const end = (provider && ends[provider.id]) ?? OTHERWISE
      const message = `${name} stands in the profile as clear text, and every Mac that has the profile holds it. ${end}`
      return [advise('secret-in-clear-text', place, message)]
    })

/** The provider that the secret goes to, whichever value leads there; undefined for products without a value. */
function behindSecret(name: string, context: JamfContext) {
  const behind = name.startsWith('ROPG') ? passwordProviderBehind(context) : providerBehind(context)
  return rowOf(behind)
}

const OTHERWISE =
  'Where the identity provider allows it, make Jamf Connect a public client and leave the secret out.'

const ends: { readonly [P in ProviderId]?: string } = {
  GoogleID:
    'With Google, only the sign-in at the login window sends one (OIDCClientSecret): leave it out here.',
  EntraID:
    "Jamf's instructions for Microsoft Entra ID make a public client, which is refused when it sends a secret (AADSTS700025). Leave it out.",
}

/**
 * Credentials among the settings of Jamf Connect that no manifest calls one: under a name that is no key, going by the
 * name, and in any text whose shape shows what it is, such as an address with a password in it.
 */
export const unnamedSecrets: Rule = ({ settings }) =>
  [...settings].flatMap(([domain, own]) =>
    unnamedSecretsOf(domain, own)
      .filter(({ path }) => !path.some((step) => Object.hasOwn(inventedKeys, String(step))))
      .map(({ path, why }) => {
        const what = why === 'name' ? 'what its name calls a credential' : why
        const message = `${nameOfPath(path)} holds ${what} as clear text, and every Mac that has the profile holds it. Take it out of the profile, and replace it at its provider if the file has been passed on.`
        return advise('secret-in-clear-text', { domain, path }, message)
      }),
  )
