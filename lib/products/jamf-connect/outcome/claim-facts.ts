/** How the value of a claim is shown when not as it is. */
export type Showing = 'time' | 'methods' | 'client' | 'hidden'

/** What a claim is, as a clause without a period. */
export type ClaimFact = {
  readonly what: string
  readonly showing?: Showing
  /** Part of the protocol: it is checked or carried along, and says nothing about the account. */
  readonly protocol?: true
}

const protocol = (what: string, showing?: Showing): ClaimFact => ({
  what,
  protocol: true,
  ...(showing === undefined ? {} : { showing }),
})

/** https://openid.net/specs/openid-connect-core-1_0.html sections 2, 3.1.3.6, 3.3.2.11; RFC 7519; RFC 8176. */
const token: Readonly<Record<string, ClaimFact>> = {
  iss: protocol('Issuer: the identity provider that made the token'),
  sub: protocol("The person's permanent id at the identity provider"),
  aud: protocol('The client that the token was issued to', 'client'),
  azp: protocol('The client that asked for the token', 'client'),
  exp: protocol('When the token expires', 'time'),
  iat: protocol('When the token was issued', 'time'),
  nbf: protocol('When the token becomes valid', 'time'),
  jti: protocol('Id of this token'),
  auth_time: protocol('When the person authenticated', 'time'),
  nonce: protocol('Random value of this sign-in, sent back as it was received'),
  acr: protocol('How strong the authentication was, in the words of the identity provider'),
  amr: protocol('How the person authenticated', 'methods'),
  at_hash: protocol('Check value that ties the access token to this token'),
  c_hash: protocol('Check value that ties the code to this token'),
  s_hash: protocol('Check value that ties the state to this token'),
  sid: protocol('Id of the session at the identity provider'),
  typ: protocol('Kind of token'),
  scope: protocol('Scopes that were granted'),
  client_id: protocol('The client that asked for the token', 'client'),
}

/** OpenID Connect Core 1.0, section 5.1. */
const person: Readonly<Record<string, ClaimFact>> = {
  name: { what: 'Full name of the person' },
  given_name: { what: 'Given name of the person' },
  family_name: { what: 'Family name of the person' },
  middle_name: { what: 'Middle name of the person' },
  nickname: { what: 'Casual name of the person' },
  preferred_username: { what: 'Name by which the person wants to be called, mostly the sign-in name' },
  profile: { what: 'Address of the profile page of the person' },
  picture: { what: 'Address of a picture of the person' },
  website: { what: 'Website of the person' },
  email: { what: 'E-mail address of the person' },
  email_verified: { what: 'Whether the identity provider has verified the e-mail address' },
  gender: { what: 'Gender of the person' },
  birthdate: { what: 'Date of birth of the person' },
  zoneinfo: { what: 'Time zone of the person' },
  locale: { what: 'Language and region of the person' },
  phone_number: { what: 'Telephone number of the person' },
  phone_number_verified: { what: 'Whether the identity provider has verified the telephone number' },
  address: { what: 'Postal address of the person' },
  updated_at: { what: 'When these details last changed', showing: 'time' },
  groups: { what: 'Groups of the person' },
  roles: { what: 'Roles of the person' },
}

/** https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference and optional-claims-reference. */
const entra: Readonly<Record<string, ClaimFact>> = {
  oid: protocol('Object id of the person in Entra ID'),
  tid: protocol('Tenant that the person belongs to'),
  ver: protocol('Version of the token format'),
  uti: protocol('Id that Entra ID gives this token'),
  rh: protocol('Internal value of Entra ID'),
  aio: protocol('Internal value of Entra ID'),
  xms_tpl: protocol('Language of the tenant'),
  xms_tcdt: protocol('When the tenant was made', 'time'),
  xms_pl: protocol('Language that the person prefers'),
  upn: { what: 'User principal name, the sign-in name in Entra ID' },
  unique_name: { what: 'Sign-in name in tokens of version 1.0' },
  verified_primary_email: { what: 'Verified main e-mail addresses of the person' },
  onprem_sid: { what: 'Security identifier in Active Directory' },
  onpremisessamaccountname: { what: 'Account name in Active Directory' },
  wids: { what: 'Ids of the administrator roles of the person in Entra ID' },
  hasgroups: { what: 'Overage: the person is in too many groups for the token, so groups is left out' },
  _claim_names: { what: 'Overage: claims that were left out because they are too long' },
  _claim_sources: { what: 'Where the claims that were left out can be fetched' },
  idp: { what: 'Identity provider at which the person authenticated' },
  ipaddr: { what: 'Address from which the person signed in' },
  acct: { what: 'Whether the account is a member (0) or a guest (1) of the tenant' },
  ctry: { what: 'Country of the person' },
  tenant_ctry: { what: 'Country of the tenant' },
  login_hint: { what: 'Value that names this person in a later sign-in' },
  pwd_exp: { what: 'When the password expires, in a form of Entra ID' },
  pwd_url: { what: 'Page on which the person can change the password' },
  in_corp: { what: 'Whether the person signed in from a trusted network' },
}

/**
 * Okta, Google, Keycloak, AD FS, OneLogin, IBM and PingFederate:
 * https://developers.google.com/identity/openid-connect/openid-connect,
 * https://www.keycloak.org/docs/latest/server_admin.
 */
const others: Readonly<Record<string, ClaimFact>> = {
  hd: { what: 'Google Workspace domain of the person' },
  session_state: protocol('Id of the session at Keycloak'),
  'allowed-origins': protocol('Websites that may use the token'),
  realm_access: { what: 'Roles of the person in the Keycloak realm, inside a dictionary' },
  resource_access: { what: 'Roles of the person in Keycloak clients, inside a dictionary' },
  uid: { what: 'Id or account name of the person at the identity provider' },
  groupIds: { what: 'Groups of the person at IBM' },
  realmName: { what: 'Realm of the person at IBM' },
  displayName: { what: 'Full name of the person' },
  sAMAccountName: { what: 'Account name in Active Directory' },
  winaccountname: { what: 'Account name in Active Directory' },
  apptype: protocol('Kind of application, in the words of AD FS'),
  authmethod: protocol('How the person authenticated, in the words of AD FS'),
  pwd_age: { what: 'Age of the password' },
  'pi.sri': protocol('Id of the session at PingFederate'),
  params: protocol('Details that OneLogin adds'),
}

const facts = new Map(Object.entries({ ...others, ...entra, ...person, ...token }))

/** What is known about a claim. */
export function factAbout(claim: string): ClaimFact | undefined {
  return facts.get(claim)
}

/** Authentication method references (RFC 8176), and those of Entra ID and Okta. */
export const METHODS: Readonly<Record<string, string>> = {
  pwd: 'password',
  mfa: 'several factors',
  otp: 'one-time code',
  sms: 'text message',
  tel: 'telephone call',
  hwk: 'hardware key',
  swk: 'software key',
  fpt: 'fingerprint',
  face: 'face',
  pin: 'PIN',
  kba: 'security question',
  pop: 'proof of possession',
  user: 'test of presence',
  rsa: 'certificate or authenticator',
  wia: 'Windows sign-in',
  fed: 'federated sign-in',
  fido: 'FIDO2',
  sc: 'smart card',
  mca: 'several channels',
  ngcmfa: 'second factor',
}
