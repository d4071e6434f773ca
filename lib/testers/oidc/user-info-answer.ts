import type { Said } from '../openid-client'

export type UserInfoAnswer = { readonly answer: Said; readonly inBody: boolean }
