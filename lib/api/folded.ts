/** A text as it is searched, in the database and in the browser: without capitals and accents. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
