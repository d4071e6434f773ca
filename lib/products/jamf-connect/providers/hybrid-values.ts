/**
 * The values of ROPGProvider that conditions ask for: AD FS, and Entra ID with the passwords it knows itself. They are the
 * spelling of that key, not values of OIDCProvider.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
 */
export const hybridValues = { adFs: 'Custom', entra: 'Azure_v2' } as const
