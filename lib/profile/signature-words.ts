import type { Issue } from '../schema/issue'
import type { SignatureReport, Signer } from './cms'

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

/** What to say of the signatures of a file as issues: an error for one that does not fit, advice for one that has run out. */
export function signatureIssues(signature: SignatureReport | null, today: Date): Issue[] {
  return (signature?.signers ?? []).flatMap((signer): Issue[] => {
    if (signer.verdict === 'not-verified') {
      return [
        {
          ...AT_FILE,
          severity: 'error',
          rule: 'broken-signature',
          message: `The signature of ${signer.name} is broken. ${signer.reason ?? 'It does not fit.'} A Mac does not install the profile. Sign it again, or use it without a signature.`,
        },
      ]
    }
    if (signer.verdict === 'cannot-check') {
      const message = `The signature of ${signer.name} was not checked. ${signer.reason ?? 'It cannot be read.'}`
      return [{ ...AT_FILE, severity: 'advice', rule: 'signature-not-checked', message }]
    }
    const time = outOfTime(signer, today)
    const message = `The certificate of ${signer.name}, who signed the profile, ${time}. Sign it again with one that is valid.`
    return time ? [{ ...AT_FILE, severity: 'advice', rule: 'signer-out-of-time', message }] : []
  })
}

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
