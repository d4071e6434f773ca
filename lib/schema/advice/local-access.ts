import { advise, login, on, type Rule, repair, switchOf, textsOf } from './rule'

const denyLocal = login('DenyLocal')
const localFallback = login('LocalFallback')

/** With DenyLocal, an identity provider that cannot be reached locks everybody out. */
export const lockOut: Rule = (subject) => {
  const named = textsOf(subject, login('DenyLocalExcluded')).some((each) => each.trim() !== '')
  const open = switchOf(subject, localFallback) === true || named
  if (switchOf(subject, denyLocal) !== true || open) {
    return []
  }
  const message =
    'DenyLocal lets nobody in while the identity provider or the network is down, administrators included. Turn on LocalFallback, or name a local administrator in DenyLocalExcluded.'
  return [advise('lock-out', denyLocal, message, repair('Turn on LocalFallback', [localFallback, on]))]
}

/** Account migration happens at a sign-in with the identity provider, which local sign-in would bypass. */
export const migrationNeedsDenyLocal: Rule = (subject) => {
  if (switchOf(subject, login('Migrate')) !== true || switchOf(subject, denyLocal) === true) {
    return []
  }
  const message =
    'Migrate connects an account at the first sign-in with the identity provider. Jamf asks for DenyLocal with it; otherwise people may keep signing in locally and are never connected.'
  const both = repair('Turn on DenyLocal and LocalFallback', [denyLocal, on], [localFallback, on])
  return [advise('migration-needs-deny-local', login('Migrate'), message, both)]
}
