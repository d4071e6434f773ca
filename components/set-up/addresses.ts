/** Where the guides for a configuration are, one of them, or a step of one. */
export function setUpAddress(id: string, guide?: string, step?: string): string {
  return `/configurations/${id}/set-up${guide === undefined ? '' : `/${guide}`}${step === undefined ? '' : `#${step}`}`
}
