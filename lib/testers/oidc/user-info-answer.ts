import type { EgressAnswer } from '../../egress/egress'

export type UserInfoAnswer = { readonly answer: EgressAnswer; readonly inBody: boolean }
