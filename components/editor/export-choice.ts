import * as z from 'zod'

export const kinds = [
  { value: 'mobileconfig', label: 'Profile (.mobileconfig)' },
  { value: 'plist', label: 'Property list (.plist)' },
] as const

export const payloadForms = [
  {
    value: 'as-is',
    label: 'As they are',
    help: 'The file as it stands: only what was edited is written anew.',
  },
  {
    value: 'direct',
    label: 'By domain',
    help: 'The payload type is the preference domain, as Jamf Connect Configuration writes it.',
  },
  {
    value: 'managed-preferences',
    label: 'Managed Preferences',
    help: 'com.apple.ManagedClient.preferences with Forced settings, as Jamf Pro stores it.',
  },
] as const

export const fileCounts = [
  { value: 'one', label: 'All in one' },
  { value: 'per-domain', label: 'One per domain' },
] as const

export const formats = [
  { value: 'xml', label: 'XML' },
  { value: 'binary', label: 'Binary' },
] as const

export const credentialChoices = [
  { value: 'leave-out', label: 'Leave out' },
  { value: 'keep', label: 'Keep in the file' },
] as const

const oneOf = <V extends string>(segments: readonly { readonly value: V }[]) =>
  z.enum(segments.map(({ value }) => value))

/** What of a choice is kept from one export to the next. */
export const exportForm = z.strictObject({
  kind: oneOf(kinds),
  form: oneOf(payloadForms),
  files: oneOf(fileCounts),
  format: oneOf(formats),
})
export type ExportForm = z.infer<typeof exportForm>

const fields = z.strictObject({
  ...exportForm.shape,
  /** What the file does with the credentials in the profile; null until somebody has decided. */
  credentials: oneOf(credentialChoices).nullable(),
})

/** How the profile is handed out: the fields of the export form. */
export type ExportChoice = z.infer<typeof fields>

/**
 * What the form takes. Nothing is handed out before somebody has decided about the credentials.
 * @param secrets how many credentials are in the profile
 */
export const exportChoice = (secrets: number) =>
  fields.refine(({ credentials }) => secrets === 0 || credentials !== null, {
    path: ['credentials'],
    error: 'Decide what the file does with the credentials.',
  })

/** The profile as it is, in one file; nothing decided about credentials. */
export const untouched: ExportChoice = {
  kind: 'mobileconfig',
  form: 'as-is',
  files: 'one',
  format: 'xml',
  credentials: null,
}
