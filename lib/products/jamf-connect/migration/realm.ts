import { changed } from './ancestor'
import { becomes, text } from './changes'
import { sources } from './sources'

/** The realm that NoMAD took where none was set: the domain in capitals. */
export const realmOfDomain = changed(
  ['connect/Kerberos/Realm'],
  (value) =>
    value.type === 'string' && value.value.trim() !== ''
      ? becomes(
          'connect/Kerberos/Realm',
          text(value.value.trim().toUpperCase()),
          'Jamf Connect signs in at the identity provider and asks the domain for tickets only: it wants the realm, which is the domain in capitals where no other is set.',
        )
      : { refused: 'The value is no domain.' },
  { source: sources.nomadKeys },
)
