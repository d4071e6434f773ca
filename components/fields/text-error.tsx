/** Why the text of a field is not what the profile holds; nothing while it is. */
export function TextError({ error }: { error: string | undefined }) {
  return error === undefined ? null : (
    <p role="alert" className="mt-1 text-xs text-error">
      {error}
    </p>
  )
}
