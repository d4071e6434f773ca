/** How much a reader takes on before it refuses a file. `size` counts bytes (characters when given text). */
export type Limits = {
  readonly size: number
  readonly depth: number
  readonly nodes: number
}

/** Profiles nest about a dozen levels and hold a few hundred values; these leave room for the largest seen. */
export const DEFAULT_LIMITS: Limits = { size: 5 * 1024 * 1024, depth: 64, nodes: 200_000 }

/** What every reader takes. */
export type ReadOptions = { readonly limits?: Partial<Limits> }
