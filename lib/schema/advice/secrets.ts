import { type ProviderId, providerInWords } from '../condition'
import { seenFrom } from '../context'
import { providerOf } from '../providers'
import { isTemplate } from '../templates'
import { nameOfPath } from '../words'
import { removal } from './move'
import { advise, type Rule } from './rule'
import { configuredKeys } from './walk'

/** Credentials in the profile: readable by whoever has the file, and refused by clients that are public. */
export const secrets: Rule = (subject) =>
  configuredKeys(subject)
    .filter(({ key }) => key.definition.secret === true)
    .filter(({ value }) => value.type === 'string' && value.value.trim() !== '' && !isTemplate(value.value))
    .map(({ key, path }) => {
      const place = { domain: key.domain, path }
      const name = nameOfPath(path)
      const { provider } = seenFrom(subject.context, key.domain)
      if (provider !== null && providerOf(provider).secret === 'absent') {
        const message = `${name} is configured, but ${providerInWords(provider)} wants Jamf Connect to be a public client, which has no secret. Remove it.`
        return advise('secret-of-public-client', place, message, removal(place))
      }
      const end = provider === null ? OTHERWISE : (ends[provider] ?? OTHERWISE)
      const message = `${name} stands in the profile as clear text, and every Mac that has the profile holds it. ${end}`
      return advise('secret-in-clear-text', place, message)
    })

const OTHERWISE =
  'Where the identity provider allows it, make Jamf Connect a public client and leave the secret out.'

const ends: { readonly [P in ProviderId]?: string } = {
  GoogleID: 'Google asks for it, so keep the file where only administrators can read it.',
  EntraID:
    "Jamf's instructions for Microsoft Entra ID make a public client, which is refused when it sends a secret (AADSTS700025). Leave it out.",
}
