export type ExportOptions = {
  readonly form: 'as-is' | 'direct' | 'managed-preferences'
  readonly files: 'one' | 'per-domain'
  /** Name of the configuration, for the file name. */
  readonly name: string
  /** The day that the file name tells, in local time. */
  readonly date: Date
  /** Where the file came from: places a bare property list. */
  readonly fileName?: string
  /** What the identity of a profile made from a bare property list follows from; the name when absent. */
  readonly identity?: string
}
