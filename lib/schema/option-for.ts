import type { Option } from './manifest'

/** The option that stands for a provider, or another value, however the key spells it; the value where none does. */
export function optionFor(options: { readonly [value: string]: Option }, value: string): string {
  return Object.hasOwn(options, value)
    ? value
    : (Object.keys(options).find((each) => options[each]?.formerly?.includes(value)) ?? value)
}
