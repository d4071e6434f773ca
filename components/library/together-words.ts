import type { TogetherKind } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'

/** What is said of all issues of a kind at once, after how many configurations there are. */
const words: Readonly<Record<string, string>> = {
  'identifier-of-another-profile':
    'share a PayloadIdentifier with another one. On a Mac, the one that is installed later replaces the other.',
  'uuid-of-another-profile': 'share a PayloadUUID with another one, by which tools tell payloads apart.',
  'setting-of-another-profile':
    'set the same keys differently. That is normal for different groups of Macs. On a Mac that gets two of them, nobody can say which values count.',
  'setting-of-another-profile, access':
    'differ in who gets in without the provider. A Mac that gets two of them may let nobody in.',
  'scope-of-another-profile': 'have settings of the same domain in different scopes.',
  'linked-key-of-another-profile':
    'for the login window and the menu bar app differ in values that belong together.',
  'single-payload-of-another-profile': 'hold a payload of which Apple documents one for a Mac.',
  'add-on-profile':
    'belong together: some name no identity provider, and another one names it for the same settings.',
}

/** One sentence for the issues of a kind. */
export const kindInWords = ({ kind, configurations }: TogetherKind): string =>
  `${counted(configurations, 'configuration')} ${words[kind] ?? 'have remarks that only hold together with another one.'}`
