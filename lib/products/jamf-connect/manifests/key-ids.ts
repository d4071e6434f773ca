import type { Keys, Manifest, Section } from '../../../schema/manifest'
import type { connect } from './com.jamf.connect'
import type { actions } from './com.jamf.connect.actions'
import type { authchanger } from './com.jamf.connect.authchanger'
import type { login } from './com.jamf.connect.login'
import type { shares } from './com.jamf.connect.shares'

type PathsIn<K extends Keys> = {
  [N in keyof K & string]:
    | N
    | (K[N] extends { readonly kind: 'dictionary'; readonly keys: infer Inner extends Keys }
        ? `${N}/${PathsIn<Inner>}`
        : K[N] extends { readonly kind: 'dictionary-list'; readonly keys: infer Inner extends Keys }
          ? `${N}/[]/${PathsIn<Inner>}`
          : never)
}[keyof K & string]

type PathsOf<S> = S extends Section
  ? S extends { readonly dictionary: infer D extends string }
    ? `${D}/${PathsIn<S['keys']>}`
    : PathsIn<S['keys']>
  : never

type PathsOfManifest<M extends Manifest> = PathsOf<M['sections'][number]>

/** Every key of the login window by its path from the root of the payload, joined with "/". */
export type LoginPath = PathsOfManifest<typeof login>
/** The same for Self Service+ and the menu bar app: "IdPSettings/ROPGID". */
export type ConnectPath = PathsOfManifest<typeof connect>

type IdsOf<M extends Manifest> = `${M['id']}/${PathsOfManifest<M>}`

/** The id of every key that the manifests have: "login/OIDCProvider", "connect/IdPSettings/ROPGID". */
export type KeyId =
  | IdsOf<typeof login>
  | IdsOf<typeof connect>
  | IdsOf<typeof actions>
  | IdsOf<typeof shares>
  | IdsOf<typeof authchanger>

/** The steps of a path: "IdPSettings/ROPGID" is ["IdPSettings", "ROPGID"]. */
export type StepsOf<P extends string> = P extends `${infer First}/${infer Rest}`
  ? [First, ...StepsOf<Rest>]
  : [P]

type LastOf<P extends string> = P extends `${string}/${infer Rest}` ? LastOf<Rest> : P

/** The name of every key, without the dictionaries around it: "ROPGID". */
export type KeyName = LastOf<KeyId>
