import { LOGIN_DOMAIN } from '../context'
import { accountName } from './account-name'
import { existingAccount } from './existing-account'
import { fullName } from './full-name'
import { localPassword } from './local-password'
import { oktaApps } from './okta-apps'
import { passwordCheck } from './password'
import { rights } from './rights/rights'
import { secondaryAccess } from './rights/secondary-access'
import { type Scene, sceneOf } from './scene'
import type { OutcomeInput, Statement, Told } from './statement'
import { withoutNetwork } from './without-network'

/** In the order in which a person meets them. */
const authors: readonly ((scene: Scene) => readonly Told[])[] = [
  accountName,
  fullName,
  rights,
  oktaApps,
  secondaryAccess,
  localPassword,
  existingAccount,
  withoutNetwork,
]

/** The statements with what each claim is read for. */
export function tellAll(input: OutcomeInput): readonly Told[] {
  const scene = sceneOf(input)
  const atLogin = input.settings.has(LOGIN_DOMAIN) ? authors.flatMap((author) => author(scene)) : []
  return [...passwordCheck(scene), ...atLogin]
}

/**
 * What happens on the Mac with these settings and this token or password check, as statements for showing. Without
 * settings of the login window there is only what the password check says. Never throws on any claims.
 */
export function onTheMac(input: OutcomeInput): readonly Statement[] {
  return tellAll(input).map(({ reads, ...statement }) => ({ ...statement, claims: Object.keys(reads) }))
}
