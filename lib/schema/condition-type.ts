/**
 * When a fact about a key holds. Conditions are data, so that validation can decide them, the form can show or hide
 * by them, and the key reference can say them in a sentence.
 *
 * A key is named by its path from the root of its payload, joined with "/" ("IdPSettings/ROPGID"); a key of another
 * domain carries that domain in front ("com.jamf.connect.login:OfflineMFA").
 */
export type Condition<P extends string = string> =
  | 'always'
  /** The identity provider of the configuration is one of these; former spellings count. */
  | { readonly provider: readonly P[] }
  | { readonly key: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly key: string; readonly configured: boolean }
  /** `said`: how a sentence says all of it, where the parts would say too much. */
  | { readonly all: readonly Condition<P>[]; readonly said?: string }
  | { readonly any: readonly Condition<P>[] }
  | { readonly not: Condition<P> }
