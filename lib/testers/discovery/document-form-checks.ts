import { oidcDiscovery } from '../references'
import { type Check, type CheckResult, passed, warning } from '../run-checks'
import type { DiscoveryContext } from './context'
import { repeatedMembers } from './repeated-members'

/** How the document is written; programs read one that is written loosely in different ways. */
export const documentFormChecks: readonly Check<DiscoveryContext>[] = [
  {
    id: 'discovery.document-form',
    title: 'The document is sent as JSON and has each member once',
    warningTitle: 'The document is written loosely',
    reference: oidcDiscovery('4.2', 'ProviderConfigurationResponse'),
    needs: ['discovery.json'],
    run: form,
  },
]

function form({ answer }: DiscoveryContext): CheckResult {
  if (answer === undefined) {
    return passed()
  }
  const type = answer.headers.get('content-type') ?? ''
  const repeated = repeatedMembers(answer.text())
  const [name] = repeated
  if (name !== undefined) {
    return warning({
      title: 'The document has a member more than once',
      received: `${repeated.join(', ')} more than once`,
      expected: 'Each member once',
      means: `Programs differ in which value they take; Latchkey takes the last one of ${name}, and Jamf Connect is not documented.`,
      change: 'Have the identity provider write each member once.',
    })
  }
  return /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type)
    ? passed()
    : warning({
        title: 'The document is not sent as JSON',
        received: type || 'No Content-Type',
        expected: 'application/json',
        means: 'A program that minds the content type does not read the document.',
        change: 'Have the server send the document as application/json.',
      })
}
