import manifest from '../package.json'

/** The release, as package.json says. */
export const { version } = manifest
