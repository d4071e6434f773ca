import type { Issue } from '../../api/issue'
import type { SignatureReport, Signer } from './signed-data'

/**
 * What is known of a signer, as the words behind the name: "verified" stands there only where the signature fits and
 * nothing speaks against the certificate, and with what was verified. The same words in the terminal and on the page.
 */
export function signerInWords(signer: Signer, today: Date): string {
  if (signer.verdict !== 'verified') {
    const start = signer.verdict === 'not-verified' ? 'not verified' : 'not checked'
    return signer.reason ? `${start}: ${withoutStop(signer.reason)}` : start
  }
  const doubts = doubtsAbout(signer, today)
  return doubts.length > 0
    ? `the content is as it was signed, but ${doubts.join(', and ')}`
    : `verified: the content is as it was signed, and the file brings the certificate of ${topOf(signer)} along; only a Mac knows whether it trusts that`
}

/**
 * What to say of the signatures of a file as issues: an error for whatever does not verify, and for a file that is not
 * written as Macs read it; advice for a certificate that has run out and for algorithms that Latchkey does not check.
 * That Macs read DER only is inferred: Apple's tools write it, and no text form is documented.
 */
export function signatureIssues(signature: SignatureReport | null, today: Date): Issue[] {
  const asText: Issue = {
    ...AT_FILE,
    severity: 'error',
    rule: 'signature-as-text',
    message:
      'The signed profile is written as text (PEM). Macs and MDM servers read a signed profile in DER: convert it with “openssl cms -cmsout -inform PEM -outform DER”, or sign again.',
  }
  const layers = signature?.layers ?? 1
  const twice: Issue = {
    ...AT_FILE,
    severity: 'advice',
    rule: 'signed-more-than-once',
    message: `The profile stands in ${layers} signatures, one around the other. Apple documents one signature around a profile; what a Mac does with more is not known. Sign the profile itself, once.`,
  }
  return [
    ...(signature?.encoding === 'PEM' ? [asText] : []),
    ...(layers > 1 ? [twice] : []),
    ...(signature?.signers ?? []).flatMap((signer) => issuesOf(signer, today)),
  ]
}

function issuesOf(signer: Signer, today: Date): Issue[] {
  const { name, verdict, reason, chain } = signer
  if (verdict === 'not-verified') {
    const message = `The signature of ${name} is broken. ${reason ?? 'It does not fit.'} A Mac does not install the profile. ${AGAIN}`
    return [{ ...AT_FILE, severity: 'error', rule: 'broken-signature', message }]
  }
  if (verdict === 'cannot-check' && !signer.beyond) {
    const message = `The signature of ${name} cannot be verified. ${reason ?? 'It cannot be read.'} A Mac cannot verify it either. ${AGAIN}`
    return [{ ...AT_FILE, severity: 'error', rule: 'signature-not-verifiable', message }]
  }
  if (verdict === 'cannot-check') {
    const message = `The signature of ${name} was not checked. ${reason ?? ''}`.trim()
    return [{ ...AT_FILE, severity: 'advice', rule: 'signature-not-checked', message }]
  }
  if (chain?.ends === 'broken') {
    const message = `A certificate that the signature of ${name} rests on is damaged or forged: it does not come from ${chain.top}, which it names as its issuer. A Mac cannot verify the signature with it. ${AGAIN}`
    return [{ ...AT_FILE, severity: 'error', rule: 'broken-certificate', message }]
  }
  const time = outOfTime(signer, today)
  const message = `The certificate of ${name}, who signed the profile, ${time}. Sign it again with one that is valid.`
  return time ? [{ ...AT_FILE, severity: 'advice', rule: 'signer-out-of-time', message }] : []
}

const AGAIN = 'Sign it again, or use it without a signature.'

const AT_FILE = { domain: null, path: [] } as const

function doubtsAbout(signer: Signer, today: Date): string[] {
  const time = outOfTime(signer, today)
  return [
    ...(time ? [`the certificate ${time}`] : []),
    ...(signer.chain?.ends === 'self-signed'
      ? ['the certificate is self-signed: anybody can make one with this name']
      : []),
    ...(signer.chain?.ends === 'unknown'
      ? [`its issuer is not checked: the file does not carry the certificate of ${signer.chain.top}`]
      : []),
    ...(signer.chain?.ends === 'broken'
      ? [`the certificate does not come from ${signer.chain.top}, which it names as its issuer`]
      : []),
    ...(signer.weaknesses ?? []).map(({ kind, what }) =>
      kind === 'digest' ? `the digest ${what} is weak` : `the key is weak (${what})`,
    ),
  ]
}

function topOf({ chain, issuer }: Signer): string {
  return chain && 'top' in chain ? chain.top : issuer
}

function outOfTime({ validFrom, validTo }: Signer, today: Date): string | null {
  const now = today.getTime()
  if (validTo !== '' && Date.parse(validTo) < now) {
    return `expired on ${validTo.slice(0, 10)}`
  }
  return validFrom !== '' && Date.parse(validFrom) > now
    ? `is not valid before ${validFrom.slice(0, 10)}`
    : null
}

function withoutStop(sentence: string): string {
  const plain = sentence.replace(/\.$/, '')
  return plain.charAt(0).toLowerCase() + plain.slice(1)
}
