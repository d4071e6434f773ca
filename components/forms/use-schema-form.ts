'use client'
import './no-eval'
import { zodResolver } from '@hookform/resolvers/zod'
import { type FieldValues, type UseFormProps, useForm } from 'react-hook-form'
import type * as z from 'zod'

/**
 * A form whose values are read through a schema, that of its request where it has one. What is refused stays as it was
 * typed, has the schema's sentence beside it, and the first of it has the focus.
 */
export function useSchemaForm<Entered extends FieldValues, Read>(
  schema: z.ZodType<Read, Entered>,
  options: Omit<UseFormProps<NoInfer<Entered>, unknown, Read>, 'resolver'>,
) {
  return useForm<Entered, unknown, Read>({ ...options, resolver: zodResolver(schema) })
}
