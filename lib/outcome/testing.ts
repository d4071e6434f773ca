import { settingsOf } from '../schema/fixture'
import { onTheMac } from './on-the-mac'
import type { OutcomeInput, Statement, StatementId } from './statement'

type Plain = Parameters<typeof settingsOf>[0][string]

/** Settings of the login window, and of the menu bar app where given. */
export const configured = (login: Plain, connect?: Plain) =>
  settingsOf(connect === undefined ? { login } : { login, connect })

/** The statement with this id; throws when there is none, for tests. */
export function statement(id: StatementId, input: OutcomeInput): Statement {
  const found = onTheMac(input).find((each) => each.id === id)
  if (found === undefined) {
    throw new Error(`No statement ${id}.`)
  }
  return found
}

const times = { exp: 1_795_341_121, iat: 1_795_337_521 }

/** Tokens as the providers' documents show them; ids and names are made up. */
export const tokens = {
  entra: {
    aud: '2f4c1a9e-83d7-4b05-9e6a-71c0d5b8f342',
    iss: 'https://login.microsoftonline.com/8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c4/v2.0',
    ...times,
    name: 'Ada Lovelace',
    oid: '7f1c9d02-1111-4222-8333-944455556666',
    preferred_username: 'Ada.Lovelace@acme.com',
    roles: ['Standard', 'Admin'],
    groups: ['0d3e1f7c-9f55-4c55-8b9e-5a0f2a3f4e11', '5c7b2a90-1a2b-4c3d-9e8f-001122334455'],
    sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
    tid: '8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c4',
    ver: '2.0',
  },
  entraOverage: {
    preferred_username: 'ada@acme.com',
    name: 'Ada Lovelace',
    _claim_names: { groups: 'src1' },
    _claim_sources: { src1: { endpoint: 'https://graph.microsoft.com/v1.0/users/1/getMemberObjects' } },
  },
  okta: {
    sub: '00u1b2c3d4E5f6G7h8i9',
    iss: 'https://acme.okta.com',
    aud: '0oa8f3k2m1QzWbYxC5d7',
    ...times,
    auth_time: 1_795_337_521,
    amr: ['pwd', 'mfa', 'swk'],
    preferred_username: 'test.user@acme.com',
    name: 'Test User',
    email: 'test.user@acme.com',
    groups: ['Everyone', 'mac-admins', 'vpn'],
  },
  google: {
    iss: 'https://accounts.google.com',
    sub: '110169484474386276334',
    email: 'grace@acme.com',
    email_verified: true,
    hd: 'acme.com',
    given_name: 'Grace',
    family_name: 'Hopper',
    ...times,
  },
  keycloak: {
    iss: 'https://sso.acme.com/realms/acme',
    aud: 'jamfconnect',
    typ: 'ID',
    azp: 'jamfconnect',
    session_state: 'b1',
    realm_access: { roles: ['offline_access', 'mac-admins'] },
    groups: ['/staff', '/mac-admins'],
    preferred_username: 'alan',
    name: 'Alan Turing',
    ...times,
  },
  ibm: {
    preferred_username: 'kate@acme.com',
    displayName: 'Kate Johnson',
    groupIds: ['admins', 'staff'],
    realmName: 'cloudIdentityRealm',
  },
  oneLogin: {
    preferred_username: 'jean@acme.com',
    name: 'Jean Bartik',
    groups: ['Default', 'Mac Admins'],
    params: {},
  },
  pingFederate: { sub: 'betty', username: 'betty', email: 'betty@acme.com', role: 'Mac Admins' },
} as const
