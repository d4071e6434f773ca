import { placeOf, textOf, textsOf } from '../../keys'
import { claimOf } from '../claims'
import type { Scene } from '../scene'
import type { Told } from '../statement'
import { findingOf } from './answers'
import type { Question } from './question'
import { marksOf, readRoles } from './roles'

/** The rights by the values of OIDCAdmin beside those of the token, and the values themselves. */
export function fromToken(scene: Scene): readonly Told[] {
  const claim = textOf(scene, 'login/OIDCAdminAttribute') || 'groups'
  const reading = readRoles(scene.claims, claim)
  const values = 'values' in reading ? reading.values : []
  const question = { scene, wanted: textsOf(scene, 'login/OIDCAdmin'), claim, reading, values }
  return [rightsOf(question), ...valuesOf(question)]
}

function rightsOf(question: Question): Told {
  const { scene, claim } = question
  const { worry, repair, ...rest } = findingOf(question)
  return {
    id: 'rights',
    topic: 'Rights',
    ...rest,
    keys: [placeOf('login/OIDCAdmin'), placeOf('login/OIDCAdminAttribute')],
    reads:
      claimOf(scene.claims, claim) === undefined
        ? {}
        : { [claim]: 'Rights: searched for the values of OIDCAdmin.' },
    ...(worry === undefined
      ? {}
      : {
          concern: {
            verdict: 'warning',
            title: 'The test user can sign in, but as a standard user',
            text: worry,
          },
        }),
    ...(repair === undefined ? {} : { repair }),
  }
}

function valuesOf({ claim, wanted, values, scene }: Question): readonly Told[] {
  if (values.length === 0) {
    return []
  }
  return [
    {
      id: 'token-values',
      topic: /role/i.test(claim) ? 'Roles in the token' : 'Groups',
      value: values.length === 1 ? '1 value' : `${values.length} values`,
      because: `Values of the claim ${claim}, beside those of OIDCAdmin.`,
      keys: [placeOf('login/OIDCAdmin'), placeOf('login/OIDCAdminAttribute')],
      certain: true,
      marks: marksOf(wanted, values),
      reads:
        claimOf(scene.claims, claim) === undefined
          ? {}
          : { [claim]: 'Rights: searched for the values of OIDCAdmin.' },
    },
  ]
}
