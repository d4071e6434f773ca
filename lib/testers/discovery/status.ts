import { urlIn } from '@/lib/schema/web-address'
import { isBusy } from '../busy'
import { type CheckResult, failed } from '../run-checks'
import { isDocumentAddress, likelierAddress, remedyAt, withoutAuth } from './address'
import type { DiscoveryContext } from './context'
import { discoveryAddressOf } from './issuer'

type Reading = { readonly title: string; readonly means: string; readonly change: string }

/** What the status of an answer says that is no discovery document and does not tell why. */
export function judgeStatus(context: DiscoveryContext): CheckResult {
  const { status = 0, headers } = context.answer ?? {}
  const address = context.address?.url ?? ''
  const likelier = likelierAddress(address)
  const target = headers?.get('location')
  const wait = headers?.get('retry-after')
  const challenge = headers?.get('www-authenticate')
  const more = [
    ...(status >= 300 && status < 400 ? [`to ${target ?? 'an address it does not name'}`] : []),
    ...(challenge ? [challenge] : []),
    ...(wait ? [`Retry-After ${wait}`] : []),
  ]
  return failed({
    sent: address,
    received: [status, ...more].join(status >= 300 && status < 400 ? ' ' : ', '),
    expected: '200',
    ...reading(status, address, likelier),
    // Whoever is down or busy says nothing about the address.
    ...(isBusy(status)
      ? {}
      : { remedy: remedyAt(context, mayBeElsewhere(status) ? (likelier ?? withoutAuth(address)) : null) }),
  })
}

/** Answers of a server that is there and has, or shows, nothing at the address. */
function mayBeElsewhere(status: number): boolean {
  return [204, 400, 401, 403, 404, 405, 406, 410].includes(status)
}

function reading(status: number, address: string, likelier: string | null): Reading {
  const host = urlIn(address)?.hostname ?? 'The server'
  if (status >= 300 && status < 400) {
    return {
      title: 'The address points to another one',
      means: 'The address only points to another one, and it is not known whether Jamf Connect follows.',
      change: 'Use the address at which the document is.',
    }
  }
  if ((likelier !== null || !isDocumentAddress(address)) && mayBeElsewhere(status)) {
    return { ...notThere(status), ...elsewhere(address) }
  }
  return byStatus[status] ?? (status >= 500 ? broken(host) : unexpected(status))
}

function notThere(status: number): Reading {
  return byStatus[status] ?? unexpected(status)
}

function elsewhere(address: string): Pick<Reading, 'means' | 'change'> {
  const doubled = /\/\//.test(urlIn(address)?.pathname ?? '')
  return doubled
    ? {
        means: `The path “${urlIn(address)?.pathname}” has two slashes in a row, which is another address than with one.`,
        change: 'Write one slash.',
      }
    : {
        means:
          'The address does not end in /.well-known/openid-configuration, as that of a discovery document does.',
        change: `The document of an issuer is at ${discoveryAddressOf('<issuer>')}.`,
      }
}

const protectedDocument = {
  means: 'The document has to be readable without signing in.',
  change: 'Check the address and what stands in front of the server.',
}

const byStatus: Readonly<Record<number, Reading>> = {
  204: {
    title: 'The address answers with nothing',
    means: 'The server says that there is no content at this address.',
    change: `Check the path. The document of an issuer is at ${discoveryAddressOf('<issuer>')}.`,
  },
  401: { title: 'The address asks for a sign-in', ...protectedDocument },
  403: { title: 'The server shows nobody the address', ...protectedDocument },
  404: {
    title: 'There is no document at the address',
    means: 'The server is there, but has no document at this address. Paths know capital letters.',
    change: `Check the path. The document of an issuer is at ${discoveryAddressOf('<issuer>')}.`,
  },
  407: { title: 'A proxy asks for a sign-in', ...protectedDocument },
  410: {
    title: 'There is no document at the address any more',
    means: 'The server says that what was here is gone for good.',
    change: 'Ask the operator of the identity provider for the new address.',
  },
  429: {
    title: 'The provider was asked too often',
    means: 'The provider limits how often it answers. Nothing is wrong with the address.',
    change: 'Wait a while, then run the test again.',
  },
  495: {
    title: 'The server asks for a client certificate',
    means: 'The server, or the proxy in front of it, could not verify a client certificate.',
    change: 'Exempt the addresses of OpenID Connect from client certificates.',
  },
  496: {
    title: 'The server asks for a client certificate',
    means: 'The server, or the proxy in front of it, answers only to clients with a certificate.',
    change: 'Exempt the addresses of OpenID Connect from client certificates.',
  },
}

function broken(host: string): Reading {
  return {
    title: 'The identity provider has a problem',
    means: `${host} has a problem of its own.`,
    change: 'Try again later.',
  }
}

function unexpected(status: number): Reading {
  return {
    title: 'The address does not answer with a document',
    means: `The server refuses the question with status ${status} and says nothing that Latchkey knows.`,
    change: 'Check the address and what stands in front of the server.',
  }
}
