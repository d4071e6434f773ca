import { expect, test } from 'vitest'
import type { Condition } from '../../../schema/condition-type'
import { allKeys, keyWithId } from '../keys'
import {
  oktaClassic,
  openIdConnect,
  openIdConnectExceptGoogle,
} from '../manifests/com.jamf.connect.login/conditions'
import { type Provider, providers } from './providers'

const idsWhere = (holds: (provider: Provider) => boolean) => providers.filter(holds).map(({ id }) => id)

/** The lists of providers in a condition. */
function listsIn(condition: Condition | undefined): readonly (readonly string[])[] {
  if (condition === undefined || condition === 'always') {
    return []
  }
  if ('provider' in condition) {
    return [condition.provider]
  }
  if ('not' in condition) {
    return listsIn(condition.not)
  }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return parts.flatMap(listsIn)
}

test('the conditions of the login window name the providers whose rows say so', () => {
  expect(oktaClassic.provider).toEqual(idsWhere(({ protocol }) => protocol === 'okta-authn'))
  expect(openIdConnect.not.provider).toEqual(idsWhere(({ protocol }) => protocol !== 'oidc'))
  expect(openIdConnectExceptGoogle.not.provider.toSorted()).toEqual(
    idsWhere(({ rolesFrom }) => rolesFrom !== 'claims').toSorted(),
  )
})

test('Jamf asks for a client of the password check with the providers whose rows say so', () => {
  const { required, recommended } = keyWithId('login/OIDCROPGID')?.definition ?? {}
  const listed = [...new Set([...listsIn(required), ...listsIn(recommended)].flat())]
  expect(listed.toSorted()).toEqual(idsWhere(({ asksForRopgClient }) => asksForRopgClient).toSorted())
})

test('every provider is decided about: the keys that an app cannot do without list it', () => {
  const listed = new Set(
    allKeys.flatMap(({ definition: { required, recommended } }) =>
      [...listsIn(required), ...listsIn(recommended)].flat(),
    ),
  )
  expect(idsWhere(({ id }) => !listed.has(id))).toEqual([])
  const menuBar = listsIn(keyWithId('connect/IdPSettings/Provider')?.definition.required).flat()
  expect(providers.map(({ id }) => id).filter((id) => !menuBar.includes(id))).toEqual([])
})

test('a name of a provider means one provider', () => {
  for (const { id, label } of providers) {
    const name = id.toLowerCase().replace(/[^a-z0-9]/g, '')
    expect(
      idsWhere(({ alsoNamed }) => alsoNamed.test(name)),
      label,
    ).toEqual([id])
  }
})
