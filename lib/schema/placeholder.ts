import type { KeyDefinition } from './manifest'

/** What the empty field of a key shows with an identity provider, or before there is one. */
export function placeholderOf(
  { placeholder, placeholders }: KeyDefinition,
  provider: string | null,
): string | undefined {
  return placeholders === undefined || provider === null ? placeholder : placeholders[provider]
}
