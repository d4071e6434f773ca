/** What is known of one signer of a profile. Names come from the certificate and are not vouched for. */
export type Signer = {
  /** Common name of the certificate's subject, else its most telling part. */
  readonly name: string
  readonly organization?: string
  readonly issuer: string
  /** ISO 8601 in UTC; empty when the file carries no certificate of this signer. */
  readonly validFrom: string
  readonly validTo: string
  /** "RSA with SHA-256": public key and digest. */
  readonly algorithm: string
  readonly verdict: 'verified' | 'not-verified' | 'cannot-check'
  /** With "cannot-check": the algorithm exists, and it is Latchkey that does not check it. */
  readonly beyond?: true
  /** Why the verdict is not "verified", as a sentence. */
  readonly reason?: string
  /** Where the certificates above the signer's lead; absent when the file carries none of this signer. */
  readonly chain?: Chain
  readonly weaknesses?: readonly Weakness[]
}

/**
 * Where a chain of certificates ends: at the signer, who signed for himself; at an authority that the file brings along
 * and whose trust is not known here; at an issuer whose certificate is not in the file; or at one who did not issue it.
 */
export type Chain =
  | { readonly ends: 'self-signed' }
  | { readonly ends: 'own-root' | 'unknown' | 'broken'; readonly top: string }

/** A digest or a key that can be forged with today's means. */
export type Weakness = { readonly kind: 'digest' | 'key'; readonly what: string }

/** The parts of SignedData (RFC 5652, section 5.1) that reading and checking need. */
export type SignedData = {
  readonly content: Uint8Array
  /** SignedData without content and revocation lists, as DER around the original parts. */
  readonly withoutContent: Uint8Array
  readonly encoding: SignatureReport['encoding']
}

/**
 * Who signed a profile, and whether the signatures fit the content. "verified" means that the holder of the
 * certificate's key signed exactly these bytes, and no more: `signerInWords` says what else is known. Whether a Mac trusts
 * the authority, revocation and key usage are not judged here.
 */
export type SignatureReport = {
  readonly signers: readonly Signer[]
  /** "DER" with definite lengths, "BER" with indefinite ones or segmented content, "PEM" as text in Base64. */
  readonly encoding: 'DER' | 'BER' | 'PEM'
  /** How many signatures stand around each other; absent for one. */
  readonly layers?: number
}
