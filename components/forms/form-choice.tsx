import type { UseFormRegisterReturn } from 'react-hook-form'

type FormChoiceProps<V extends string> = {
  readonly title: string
  readonly options: Readonly<Record<V, string>>
  readonly field: UseFormRegisterReturn
}

/** One of a few named options as a menu, as a field of a form. */
export function FormChoice<V extends string>({ title, options, field }: FormChoiceProps<V>) {
  return (
    <label>
      <span className="mb-1 block text-xs text-ink-2">{title}</span>
      <select className="control !w-auto max-w-full" {...field}>
        {Object.entries<string>(options).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
