/** What takes room in the name of a provider and tells nothing apart. */
const shorter: readonly (readonly [RegExp, string])[] = [
  [/^(?:Microsoft|IBM|Amazon) /, ''],
  [/ \(OpenID Connect\)$/, ' OIDC'],
  [/ \(Authentication API\)$/, ' API'],
  [/ \(any .*\)$/, ''],
]

/** The name of a provider, as the list shows it where there is little room. */
export const shortProvider = (provider: string | null): string =>
  provider === null ? 'No provider' : shorter.reduce((text, [from, to]) => text.replace(from, to), provider)
