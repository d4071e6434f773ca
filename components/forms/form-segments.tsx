'use client'
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form'
import { type Segment, Segments } from '@/components/ui/segments'

type FormSegmentsProps<Values extends FieldValues, V extends string, Read> = {
  readonly control: Control<Values, unknown, Read>
  readonly name: FieldPathByValue<Values, V | null | undefined>
  readonly label: string
  readonly segments: readonly Segment<V>[]
}

/** One of a few choices as buttons in a row, as a field of a form. */
export function FormSegments<Values extends FieldValues, V extends string, Read>({
  control,
  name,
  label,
  segments,
}: FormSegmentsProps<Values, V, Read>) {
  const { field } = useController({ control, name })
  return <Segments label={label} value={field.value ?? null} onChange={field.onChange} segments={segments} />
}
