import type { Repair } from '../../../../api/issue'
import type { Scene } from '../scene'
import type { RoleReading } from './roles'

/** What the roles of the token say about the rights, before it is put into words. */
export type Finding = {
  readonly value: 'Administrator' | 'Standard' | 'Not known without a token'
  readonly because: string
  readonly certain: boolean
  /** The text of the concern, when the administrator will have meant something else. */
  readonly worry?: string
  readonly repair?: Repair
}

/** What OIDCAdmin and OIDCAdminAttribute ask of the token. */
export type Question = {
  readonly scene: Scene
  readonly wanted: readonly string[]
  readonly claim: string
  readonly reading: RoleReading
  readonly values: readonly string[]
}
