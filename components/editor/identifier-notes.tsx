'use client'
import { useIdentified } from '@/components/library/use-identified'
import { useRested } from '@/components/library/use-rested'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { OuterLink } from '@/components/ui/outer-link'
import { PROFILE, profileKeysPage } from '@/lib/products/apple/profile-keys'
import { textOf } from '@/lib/profile/payloads/payload-keys'
import { alikeIdentifiers, readableIdentifier } from '@/lib/profile/readable-identifier'
import { isUuid } from '@/lib/profile/uuid'
import { rememberedOrganization } from './export-memory'
import { savedText } from './saved-text'

const QUIET = 'underline hover:text-ink'

type IdentifierNotesProps = { readonly id: string; readonly name: string; readonly parted: boolean }

/** What the identifier does on a Mac, who else has it, and one that people can read where it is a UUID. */
export function IdentifierNotes({ id, name, parted }: IdentifierNotesProps) {
  const identifier = useProfile(({ root }) => textOf(root, 'PayloadIdentifier'))
  const saved = useProfile((at) => savedText(at, 'PayloadIdentifier'))
  return (
    <>
      {identifier === '' && (
        <p className="text-error">
          A profile needs an identifier: by it a Mac tells an update from another profile.
        </p>
      )}
      {saved !== '' && saved !== identifier && identifier !== '' && (
        <p className="text-warning">
          The saved version is <code className="font-mono break-all">{saved}</code>. A Mac that has it keeps
          it and gets this one beside it, until somebody removes the old one; where both set a key, nobody can
          say which value counts.
        </p>
      )}
      <Others id={id} identifier={identifier} />
      {(identifier === '' || isUuid(identifier)) && <Offer id={id} name={name} />}
      <p>
        {parted && 'Each file has an identifier of its own that follows from this one, the same each time. '}
        An MDM replaces the profile that it has installed under the same identifier; under another one a
        second profile comes beside it (
        <OuterLink address={profileKeysPage} look={QUIET}>
          Apple
        </OuterLink>
        ). As tools that upload to them note,{' '}
        <OuterLink address="https://github.com/deploymenttheory/terraform-provider-jamfpro" look={QUIET}>
          Jamf Pro
        </OuterLink>{' '}
        and{' '}
        <OuterLink address="https://github.com/kandji-inc/iructl/wiki/Custom-Profiles" look={QUIET}>
          Iru (Kandji)
        </OuterLink>{' '}
        put an identifier of their own in its place when a profile is new there. For a change in Jamf Pro, the
        file needs the identifier and the UUID that the profile has there, unless the tool that uploads it
        puts them in; else Macs can get a second profile beside the first.
      </p>
    </>
  )
}

/** Other configurations of the library with the same identifier. */
function Others({ id, identifier }: { id: string; identifier: string }) {
  const rested = useRested(identifier.slice(0, 1000), 300)
  const { known } = useIdentified([rested])
  const others =
    rested === identifier ? (known?.get(identifier) ?? []).filter((other) => other.id !== id) : []
  const [first, ...more] = others
  return first ? (
    <p role="status" className="break-words text-warning">
      “{first.name}”{more.length > 0 && ` and ${more.length} more of the library`}{' '}
      {more.length > 0 ? 'have' : 'has'} this identifier, too. On a Mac the one takes the place of the other.
    </p>
  ) : null
}

/** Looked at when the first is taken; more of a name would be told apart by hand. */
const ALIKE = 9

/** An identifier that people can read and that no configuration of the library has. */
function Offer({ id, name }: { id: string; name: string }) {
  const { profile } = useOpenProfile()
  const organization = useProfile(({ root }) => textOf(root, 'PayloadOrganization'))
  const called = useProfile(({ root }) => textOf(root, 'PayloadDisplayName'))
  const last = organization === '' ? rememberedOrganization() : ''
  const readable = useRested(readableIdentifier(organization, called || name), 300)
  const alike = readable === null ? [] : alikeIdentifiers(readable, ALIKE)
  const { known } = useIdentified(alike)
  const free = alike.find((each) => !known?.get(each)?.some((other) => other.id !== id))
  const set = (key: string, value: string) => profile.set(PROFILE, [key], { type: 'string', value }, 'whole')
  if (readable === null) {
    return (
      <p>
        With an organization, an identifier that people can read is offered here.{' '}
        {last !== '' && (
          <Button look="link" className="py-1 text-xs" onClick={() => set('PayloadOrganization', last)}>
            Use “{last}”
          </Button>
        )}
      </p>
    )
  }
  return free === undefined || known === null ? null : (
    <p>
      Before a Mac has the profile, you can take one that people can read.{' '}
      <Button look="link" className="py-1 text-xs break-all" onClick={() => set('PayloadIdentifier', free)}>
        Use {free}
      </Button>
    </p>
  )
}
