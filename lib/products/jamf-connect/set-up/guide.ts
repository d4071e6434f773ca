import type { SetUpGuide, Step } from '../../../schema/set-up'
import type { KeyId } from '../manifests/key-ids'
import type { ProviderId } from '../providers/provider-rows'
import type { TemplateId } from '../template-rows'

/** A guide of Jamf Connect: its keys are those of the manifests, its providers and templates are rows. */
export type JamfGuide = SetUpGuide<KeyId> & {
  readonly providers: readonly ProviderId[]
  readonly template?: ProviderId | TemplateId
}

/** A step of such a guide. */
export type JamfStep = Step<KeyId>
