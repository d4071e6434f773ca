import { describe, expect, test } from 'vitest'
import { allKeys } from '../products/keys'
import { readingsInWords } from './readings'

/**
 * What On does with the thing that the label names, as read in the sources: "brings" it about or lets it happen, or
 * "keeps" it away, limits it or insists on it. A new switch has to be read before it is listed here.
 */
const reviewed = {
  brings: `
    login/OIDCUsePassthroughAuth login/OIDCNewPassword login/CreateJamfConnectPassword login/LocalFallback
    login/OIDCDefaultLocal login/OfflineMFA login/CreateAdminUser login/Migrate login/DemobilizeUsers
    login/AllowNetworkSelection login/EnableFDE login/EnableFDERecoveryKey login/UseUserInfo
    connect/SignIn/AutoAuthenticate connect/SignIn/AutoOpenAppAtLogin connect/SignIn/AutoMFA
    connect/Appearance/ShowWelcomeWindow connect/TemporaryUserPermissions/TemporaryUserPromotion
    connect/TemporaryUserPermissions/UserPromotionTimer connect/TemporaryUserPermissions/UserPromotionReason
    connect/TemporaryUserPermissions/VerifyUserPromotion connect/TemporaryUserPermissions/VerifyUserPromotionFIDO2
    connect/TemporaryUserPermissions/UserPromotionBiometrics connect/Kerberos/AutoRenewTickets
    connect/Kerberos/GetTicketsAtSignIn connect/Kerberos/CacheTicketsOnNetworkChange connect/Kerberos/AskForShortName
    connect/Certificate/GetCertificateAutomatically connect/Certificate/ExportableCertificateKey
    connect/WebBrowser/LaunchBrowser connect/Unlock/EnableUnlock actions/MenuIcon actions/MenuText
    shares/HomeMount/Mount shares/Shares/[]/AutoMount`,
  keeps: `
    login/DenyLocal login/OIDCIgnoreAdmin login/CreateNewUserHide login/OIDCHideRestart login/OIDCHideShutdown
    login/OIDCIgnoreCookies connect/SignIn/RequireSignIn connect/TemporaryUserPermissions/URLCommandLineElevation
    connect/Unlock/RequirePIN actions/Actions/[]/Connected shares/Shares/[]/ConnectedOnly`,
}
const idsOf = (text: string) => text.trim().split(/\s+/)
const switches = allKeys.flatMap((key) =>
  key.definition.kind === 'boolean' ? [{ ...key, definition: key.definition }] : [],
)

/** Words by which a label says that On takes away, limits or insists. */
const LIMITS = /\b(hide|ignore|require|only|deny|disable|prevent|block|connected)\b/i

describe('the switches', () => {
  test('have each been read', () => {
    const ids = [...idsOf(reviewed.brings), ...idsOf(reviewed.keeps)]
    expect(ids.sort()).toEqual(switches.map(({ id }) => id).sort())
  })

  test.each(switches.map((key) => [key.id, key] as const))('%s: the label says what On does', (id, key) => {
    expect(LIMITS.test(key.definition.title)).toBe(idsOf(reviewed.keeps).includes(id))
  })

  test.each(switches.map((key) => [key.id, key] as const))('%s: On and Off mean two things', (_, key) => {
    const [on, off] = readingsInWords(key.definition)
    expect(on).toMatch(/^On: [^A-Z\s].*[^.]\.$|^On: (Active|FileVault|DenyLocal|Jamf)/)
    expect(off).toMatch(/^Off: .*[^.]\.$/)
    expect(on.slice('On: '.length)).not.toBe(off.slice('Off: '.length))
  })

  test('say so where the sources do not tell what Off means', () => {
    const silent = switches.filter(({ definition: { default: known } }) => known === undefined)
    const told = silent.filter(({ definition: { off } }) => off.includes('not documented'))
    expect(told.length).toBeGreaterThan(10)
    for (const { id, definition } of told) {
      expect(definition.default, id).toBeUndefined()
    }
  })
})
