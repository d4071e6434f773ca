import { isSecretName } from './secret-names'

/** Stands in the place of a credential. */
export const HIDDEN = '••••••••'

/** Scheme and name, then the password (RFC 3986 section 3.2.1), up to the host. */
const PASSWORD = /^(\s*[a-z][a-z0-9+.-]*:\/\/[^\s/?#:@]*:)[^\s/?#]*(@)/i
const PARAMETER = /([?&;#])([^\s=&;#]+)=([^\s&;#]+)/g

/**
 * An address as it may be shown to whoever looks at the screen: the password in it, and what its query says under the
 * name of a credential, are dots of one length. Any other text stays as it is.
 */
export function shownAddress(text: string): string {
  return /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
        .replace(PASSWORD, `$1${HIDDEN}$2`)
        .replace(PARAMETER, (whole, before: string, name: string) =>
          isSecretName(name) ? `${before}${name}=${HIDDEN}` : whole,
        )
    : text
}
