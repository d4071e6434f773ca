import type { Summary } from '../../api/report'
import { EgressError } from '../../egress/errors'
import { failed, finding } from '../run-checks'
import { type Call, foreignLink, ownAddress } from './ask'
import { checks } from './references'

const largest = 200_000

/** First bytes of the picture formats that a browser shows without running anything. */
const formats = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
] as const

/**
 * Fetches the QR code of an enrollment that was agreed to, once: Okta hands it out once. It holds the seed of the
 * factor, so it goes to the page as a data: URI and nowhere else. Gives the end of the test when the link leads to
 * another host.
 */
export async function showPicture({ signIn, run, egress }: Call): Promise<Summary | null> {
  const { state, target } = signIn
  const href = state?.status === 'MFA_ENROLL_ACTIVATE' ? state.factor?.qrCode : undefined
  if (!signIn.enrolls || signIn.picture !== null || href === undefined) {
    return null
  }
  const url = ownAddress(href, target.origin)
  if (url === null) {
    const { check, ...details } = foreignLink(href, target.host)
    run.finding(finding(checks.links, failed(details)))
    const text = `${details.means} ${details.change}`
    return { verdict: 'failed', title: 'Okta’s answer leads to another host', text }
  }
  egress.protect('qrcode', url)
  for (const part of new URL(url).pathname.split('/').filter((each) => each.length > 8)) {
    egress.protect('qrcode', part)
  }
  try {
    const answer = await egress.request({ name: 'QR code', method: 'GET', url, maxBytes: largest })
    const format = formats.find(([, start]) => start.every((byte, index) => answer.body[index] === byte))
    if (answer.status === 200 && format !== undefined) {
      signIn.picture = `data:${format[0]};base64,${Buffer.from(answer.body).toString('base64')}`
    }
  } catch (error) {
    if (!(error instanceof EgressError) || run.signal.aborted) {
      throw error
    }
  }
  return null
}
