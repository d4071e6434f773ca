/** How much a reader takes on before it refuses a file. `size` counts bytes (characters when given text). */
export type Limits = {
  readonly size: number
  readonly depth: number
  readonly nodes: number
}

/**
 * The largest property list in bytes, as a file and as the XML it is edited in. One number for reading, importing, saving
 * and the command line, so that what one of them takes the others open.
 */
export const MOST_BYTES = 5_000_000

/** Profiles nest about a dozen levels and hold a few hundred values; these leave room for the largest seen. */
export const DEFAULT_LIMITS: Limits = { size: MOST_BYTES, depth: 64, nodes: 200_000 }

/** What every reader takes. */
export type ReadOptions = { readonly limits?: Partial<Limits> }
