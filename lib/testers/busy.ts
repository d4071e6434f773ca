/** Whether a status says that a server, or what stands in front of it, is down or takes no more requests for now. */
export function isBusy(status: number): boolean {
  return status === 429 || status >= 500
}

/** What is said of an identity provider with such a status. */
export const busy = {
  title: 'The identity provider failed or is too busy',
  means: 'The identity provider, or a proxy in front of it, failed or takes no more requests for now.',
  change: 'Try again later.',
} as const
