import { testDiscovery } from '@/lib/testers/discovery/test-discovery'
import type { TestRequest } from './request'
import type { Session } from './session'

/** Tries the discovery document; null, since nothing can keep it from being tested. */
export async function runDiscovery({ settings }: TestRequest, { tools, print }: Session): Promise<null> {
  await print.all(testDiscovery({ settings }, tools))
  return null
}
