/** What a form says of one of its fields; a screen reader hears it at once, and again in the field. */
export function FieldError({ id, message }: { id: string; message: string | undefined }) {
  return message === undefined ? null : (
    <p id={id} role="alert" className="mt-1 basis-full text-xs text-error">
      {message}
    </p>
  )
}

/** Ties a field to the sentence about it. */
export function toldBy(id: string, message: string | undefined) {
  return message === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': id }
}
