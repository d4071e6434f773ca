export type Parameters = { readonly [name: string]: string | string[] | undefined }

/** What a reader without scripts searches for: `q` of the address, at most 200 characters. */
export function queryOf({ q }: Parameters): string {
  return (typeof q === 'string' ? q : (q?.[0] ?? '')).slice(0, 200)
}
