/** What is wrong with a text of some format. */
export type Flaw = {
  readonly severity: 'error' | 'advice'
  /** Follows the name of the key: "has to be …". A sentence without its subject. */
  readonly message: string
  /** The text that was probably meant. */
  readonly suggestion?: string
}
