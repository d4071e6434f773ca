import type { KeyDefinition } from './manifest'
import { isTemplate } from './templates'

/** Texts that stand in documents and samples where an organization has to put its own. */
const SAMPLES: readonly RegExp[] = [
  /\bexample\.(com|org|net)\b/i,
  /\.example(?=[/:]|$)/i,
  /\byour[-_ ]?(admin(?:istrator)?|account|user(?:name)?|app|client|tenant|company|domain|org|organization|secret|realm|idp|okta)(?:[-_ ]?(?:id|name|url|domain|tenant|host|server|value|secret|key|here))*(?![a-z])/i,
  /identity-provider-example-address/i,
  /^x{4,}$/i,
  /^(change ?me|replace ?me|todo|tbd|placeholder)$/i,
  /^(insert|enter|replace|paste)[-_ ]/i,
  // Marks of tools that fill in a file before it is uploaded: __TENANT__, @@TENANT@@.
  /^(__|@@?)[a-z][\w-]+\1$/i,
  // Four times one figure throughout: 11111111-…, and aaaabbbb-0000-cccc-… of Microsoft's pages.
  /^(?:([0-9a-f])\1{3}){2}(?:-([0-9a-f])\2{3}){3}-(?:([0-9a-f])\3{3}){3}$/i,
  // The companies of Microsoft's documents.
  /^(https?:\/\/)?([\w-]+\.)*(contoso|fabrikam)\.(onmicrosoft\.)?com(?=[/:]|$)/i,
  /^12345678-(1234|90ab)/i,
  /lkjslkjoe23/,
]

/** What templates put where an identifier belongs: "Application ID Here", "TENANT_ID". */
const IDENTIFIER =
  /^(the |my )?((oidc|ropg|idp|entra|azure|okta|onelogin)[-_ ]?)?(application|app|client|tenant|directory|domain|subdomain)[-_ ]?(id|identifier|name|guid|secret|value)?([-_ ]*(goes )?here)?$/i

/** Identifiers that a provider gives out, so that nobody has the one of an example. */
const GIVEN_OUT = /^([0-9a-f]{8}-[0-9a-f]{4}-|0oa)/i

/** Brackets around words, anywhere in a value: "https://[your tenant].test", "{tenant}"; not those around a GUID. */
const BLANK = /<[^<>/]{3,}>|\[[^\]:]{3,}\]|(?<![{$])\{(?![0-9a-f-]+\})[a-z][^{}"':,]{2,}\}(?!\})/i

/**
 * Whether a text of a key is one that somebody meant to replace. "blank": it has brackets to be filled in; "sample": it
 * stands in documentation. Null for any other text, and for sentences, which may well speak of "your company".
 */
export function sampleIn(text: string, name: string, definition: KeyDefinition): 'blank' | 'sample' | null {
  const described = definition.kind === 'string' && definition.multiline !== true
  if (!described || isTemplate(text) || isProse(text)) {
    return null
  }
  const trimmed = text.trim()
  const { placeholder, placeholders = {} } = definition
  const own = [placeholder, ...Object.values(placeholders)].includes(text) && GIVEN_OUT.test(text)
  const identifier = /(ID|Tenant|Secret|AuthServer)$/.test(name) && IDENTIFIER.test(trimmed)
  const sample = own || identifier || SAMPLES.some((each) => each.test(trimmed))
  return BLANK.test(text) ? 'blank' : sample ? 'sample' : null
}

/** Whether a text is a sentence, in which a word between brackets need not be a blank. */
export function isProse(text: string): boolean {
  return text.replace(new RegExp(BLANK, 'g'), '').trim().split(/\s+/).length > 3
}
