/** What is asked of the authorization endpoint: a code, an ID token, or both. */
export const responseTypes = ['code', 'code id_token', 'id_token'] as const
export type ResponseType = (typeof responseTypes)[number]

/** How the answer travels: in the query, in the fragment, or as a form. */
export const responseModes = ['query', 'fragment', 'form_post'] as const
export type ResponseMode = (typeof responseModes)[number]

/** How the answer comes back to Latchkey. */
export const catchers = ['listener', 'paste', 'callback'] as const
export type Catcher = (typeof catchers)[number]

/** What it takes to catch the answer at a redirect URI of this machine; the person at the screen is asked first. */
export type CatchOffer = {
  /** The port is had on all addresses of the machine only, as macOS gives it; what comes from elsewhere is closed. */
  readonly everyAddress: boolean
}

/** Answer of POST /api/tests/oidc/catch. `advice`: why the answer is not caught though it should be. */
export type CatchState = { readonly caught: boolean; readonly advice?: string }
