export type FormFilter = { readonly query: string; readonly configuredOnly: boolean }
