import type { Edit, Repair } from '@/lib/api/issue'
import { contextOf } from '@/lib/products/jamf-connect/context'
import { linkedEdits, linkOf } from '@/lib/products/jamf-connect/links/linked'
import type { KeyId } from '@/lib/products/jamf-connect/manifests/key-ids'
import {
  SUCCESS_CODE_DOUBT,
  successCodeIn,
  successCodesCount,
} from '@/lib/products/jamf-connect/outcome/success-codes'
import { isSuccessCode } from '@/lib/products/jamf-connect/passwords/password-codes'
import { passwordProviderBehind } from '@/lib/products/jamf-connect/providers/provider-behind'
import type { Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import { type Settings, settingAt } from '@/lib/schema/settings'
import type { Diagnosis } from './diagnosis'

/** A code to list, so that Jamf Connect takes an answer for a right password. */
export type SuccessCode = {
  readonly code: string
  readonly repair: Repair
  /** What is not documented about it; sentences. */
  readonly note: string
}

/**
 * The code that makes Jamf Connect take the diagnosed answer for a right password, and the change that adds it to the
 * success codes of both apps; codes that are listed already stay. Null when the password is not known to be right, no
 * document says of a code of the answer that it follows a right password, Jamf does not list the provider among those
 * with success codes, or every app of the configuration lists the code already.
 */
export function successCodeFor(diagnosis: Diagnosis, settings: Settings): SuccessCode | null {
  const code = codeOf(diagnosis, passwordProviderBehind(contextOf(settings)))
  const link = linkOf('login/ROPGSuccessCodes' satisfies KeyId)
  if (diagnosis.verdict !== 'password-right' || code === null || link === undefined) {
    return null
  }
  const edits = linkedEdits(link, { type: 'array', items: [] }, settings).flatMap((edit) =>
    added(edit, code, diagnosis, settings),
  )
  return edits.length === 0
    ? null
    : { code, repair: { title: `Add ${code} to the success codes`, edits }, note: SUCCESS_CODE_DOUBT }
}

/**
 * OneLogin's is a word of its own; else the code of the provider, else the error. One that may stand in the answer to
 * a wrong password is none, and neither are the states of Okta's Authentication API, through which Jamf Connect goes.
 */
function codeOf({ id, code, said }: Diagnosis, vendor: Vendor | null): string | null {
  const error = /^[a-z][a-z_]{2,40}(?=:|$)/.exec(said)?.[0]
  const word = id === 'onelogin-second-factor' ? 'MFA' : undefined
  return (
    [word, code ?? undefined, error].find((each) => each !== undefined && isSuccessCode(each, vendor)) ?? null
  )
}

function added(edit: Edit, code: string, { said }: Diagnosis, settings: Settings): Edit[] {
  const { domain } = edit
  const path = edit.path.filter((step) => typeof step === 'string')
  if (domain === null || !successCodesCount(settings, { domain, path })) {
    return []
  }
  const before = settingAt(settings, domain, path)
  const items = before?.type === 'array' ? before.items : before?.type === 'string' ? [before] : []
  const texts = items.flatMap((item) => (item.type === 'string' ? [item.value] : []))
  const listed = texts.includes(code) || successCodeIn(texts, { description: said })?.whole === true
  return listed
    ? []
    : [{ ...edit, value: { type: 'array', items: [...items, { type: 'string', value: code }] } }]
}
