/** What is asked of the authorization endpoint: a code, an ID token, or both. */
export const responseTypes = ['code', 'code id_token', 'id_token'] as const
export type ResponseType = (typeof responseTypes)[number]

/** How the answer travels: in the query, in the fragment, or as a form. */
export const responseModes = ['query', 'fragment', 'form_post'] as const
export type ResponseMode = (typeof responseModes)[number]

/** How the answer comes back to Latchkey. */
export const catchers = ['listener', 'paste', 'callback'] as const
export type Catcher = (typeof catchers)[number]
