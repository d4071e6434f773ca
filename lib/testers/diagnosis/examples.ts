import type { Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import type { DiagnosisInput } from './diagnosis'
import { type DiagnosisRow, requestsOf, type Said } from './row'

/** An answer for each way in which a row is found: for each code, else the one it carries, else for each error. */
export function examplesOf(row: DiagnosisRow): DiagnosisInput[] {
  const [request = 'password-check'] = requestsOf(row)
  return answersFor(row).map((answer) => ({ ...answer, request }))
}

function answersFor({ provider, match, example }: DiagnosisRow): DiagnosisInput[] {
  const from: Vendor = provider === 'any' ? 'Custom' : provider
  if (match.symptom !== undefined) {
    return [{ provider: from, symptom: match.symptom, ...example }]
  }
  if (match.code !== undefined) {
    return match.code.map((code) => ({ provider: from, ...withCode(code) }))
  }
  const { secret } = match
  const seen = secret === undefined ? {} : { secret }
  const said = example ?? [match.error ?? []].flat().map((error) => ({ error }))
  return [said].flat().map((each) => ({ provider: from, ...each, ...seen }))
}

function withCode(code: string): Said {
  if (code.startsWith('AADSTS')) {
    return { error: 'invalid_grant', description: `${code}: A sentence of the provider. Trace ID: 1` }
  }
  if (/^E\d/.test(code)) {
    return { text: JSON.stringify({ errorCode: code, errorSummary: 'A sentence of the provider' }) }
  }
  return /^[A-Z_]+$/.test(code)
    ? { text: JSON.stringify({ status: code, stateToken: 'x' }) }
    : { description: `${code} A sentence of the provider.` }
}
