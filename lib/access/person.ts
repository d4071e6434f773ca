/** Who is asking. */
export type Person = {
  /** Stands with what the person does: saved versions, sent passwords. */
  readonly id: string
}

/** Whoever comes through the gate is the one user of this server. */
export const owner: Person = { id: 'owner' }
