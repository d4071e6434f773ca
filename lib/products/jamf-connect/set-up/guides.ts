import { entra } from './entra'
import { entraConditionalAccess } from './entra-conditional-access'
import type { JamfGuide } from './guide'

/** What to do at each identity provider, in the order in which a page offers them. */
export const guides: readonly JamfGuide[] = [entra, entraConditionalAccess]
