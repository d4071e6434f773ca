import { expect, test } from 'vitest'
import { type Answers, outcomeOf, questionsOf } from '../../../schema/guide'
import { keyWithId } from '../keys'
import { templates } from '../templates'
import { providers } from './providers'
import { isOkta } from './vendors'
import { whichOkta } from './which-okta'

/** Every way through the questions, to its end. */
function ways(answers: Answers = {}): Answers[] {
  const next = questionsOf(whichOkta, answers).find(({ id }) => answers[id] === undefined)
  return next === undefined
    ? [answers]
    : next.answers.flatMap(({ id }) => ways({ ...answers, [next.id]: id }))
}

test('every way through the questions leads to an Okta, and to no other before its end', () => {
  const found = ways().map((answers) => outcomeOf(whichOkta, answers))
  expect(found).not.toContain(undefined)
  expect(found).toHaveLength(whichOkta.outcomes.length)
  expect(new Set(found)).toEqual(new Set(whichOkta.outcomes))
  expect(new Set(found.map((outcome) => outcome?.provider))).toEqual(new Set(whichOkta.providers))
  expect(outcomeOf(whichOkta, {})).toBeUndefined()
  expect(outcomeOf(whichOkta, { way: 'oidc' })).toBeUndefined()
  expect(outcomeOf(whichOkta, { way: 'authn', applications: 'two' })?.provider).toBe('Okta')
})

test('the questions are about every Okta that there is, and the provider key says so', () => {
  expect(whichOkta.providers).toEqual(providers.map(({ id }) => id).filter((id) => isOkta(id)))
  const told = keyWithId('login/OIDCProvider')?.definition
  expect(told?.guidedFor).toEqual(whichOkta.providers)
})

test('the menu bar app asks the same questions', () => {
  expect(keyWithId('connect/IdPSettings/Provider')?.definition.guidedFor).toEqual(whichOkta.providers)
})

test('where passwords are checked over OpenID Connect, the policy of the whole organization is named', () => {
  const told = whichOkta.outcomes.filter(({ provider }) => provider === 'Okta-OIDC')
  expect(told).toHaveLength(2)
  for (const { why } of told) {
    expect(why).toContain('Global Session Policy')
  }
})

test('an outcome has a template with its provider, and a source', () => {
  for (const { provider, template, why, source } of whichOkta.outcomes) {
    expect(templates.find(({ id }) => id === template)?.provider).toBe(provider)
    expect(why).toMatch(/^[A-Z].*\.$/)
    expect(source).toMatch(/^https:\/\//)
  }
})
