/** The part of oidc-provider that the demo uses; the package comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export type Client = {
    readonly clientId: string
    grantTypeAllowed(type: string): boolean
    redirectUriAllowed(uri: string): boolean
  }
  export type Account = { accountId: string; claims(): Promise<Record<string, unknown>> }
  export type Context = {
    body: unknown
    type: string
    readonly oidc: {
      readonly client: Client
      readonly params: Readonly<Record<string, string | undefined>>
      readonly session?: { readonly accountId?: string }
      entity(name: string, value: unknown): void
    }
  }
  export type Interaction = {
    readonly uid: string
    readonly prompt: { readonly name: string }
    readonly params: Readonly<Record<string, unknown>>
  }

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }
  interface AccessToken {
    readonly expiration: number
    save(): Promise<string>
  }
  interface IdToken {
    scope: string
    set(claim: string, value: unknown): void
    issue(options: { use: 'idtoken' }): Promise<string>
  }

  // biome-ignore lint/style/noDefaultExport: the package has one.
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    readonly Grant: new (owner: {
      accountId: string
      clientId: string
    }) => Grant
    readonly AccessToken: new (
      about: Record<string, unknown>,
    ) => AccessToken
    readonly IdToken: new (
      claims: Record<string, unknown>,
      context: { ctx: Context },
    ) => IdToken
    readonly Client: { prototype: Client }
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    registerGrantType(
      name: string,
      handler: (context: Context) => Promise<void>,
      parameters: readonly string[],
    ): void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>
  }

  export const errors: {
    readonly OIDCProviderError: new (status: number, error: string) => Error & { error_description?: string }
  }
}
