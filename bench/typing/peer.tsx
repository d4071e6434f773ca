import { build, type PlistValue, parse } from 'plist'
import { createRoot } from 'react-dom/client'
import { type Control, type UseFormReturn, useForm, useWatch } from 'react-hook-form'

/**
 * The plain way to build the same page: every key of the profile as a field of react-hook-form, `useWatch` over the
 * whole form, the XML made anew by `plist`.
 */
type Dict = { [key: string]: PlistValue }
type Payload = { readonly at: number; readonly settings: Dict }
type Values = Record<string, unknown>

const isDict = (value: PlistValue | undefined): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

const profile = parse(await (await fetch('/profile.xml')).text()) as Dict
const content = profile.PayloadContent as Dict[]
const payloads: Payload[] = content.map((settings, at) => ({ at, settings }))

function Field({ name, value, form }: { name: string; value: PlistValue; form: UseFormReturn<Values> }) {
  const [, key] = name.split('.')
  if (isDict(value)) {
    return Object.entries(value).map(([inner, part]) => (
      <Field key={inner} name={`${name}.${inner}`} value={part} form={form} />
    ))
  }
  return (
    <p>
      <label htmlFor={name}>{key}</label>
      {typeof value === 'boolean' ? (
        <input id={name} type="checkbox" {...form.register(name)} />
      ) : (
        <input id={name} type="text" {...form.register(name)} />
      )}
    </p>
  )
}

function Preview({ control }: { control: Control<Values> }) {
  const values = useWatch({ control })
  const current = payloads.map(({ at }) => values[`payload${at}`] as Dict)
  return <pre>{build({ ...profile, PayloadContent: current })}</pre>
}

function Page() {
  const form = useForm<Values>({
    defaultValues: Object.fromEntries(payloads.map(({ at, settings }) => [`payload${at}`, settings])),
  })
  return (
    <main>
      <form>
        {payloads.map(({ at, settings }) =>
          Object.entries(settings).map(([key, value]) => (
            <Field key={`${at}${key}`} name={`payload${at}.${key}`} value={value} form={form} />
          )),
        )}
      </form>
      <aside>
        <Preview control={form.control} />
      </aside>
    </main>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />)
