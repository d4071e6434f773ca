import type { ExplainedClaim } from '../../../api/report'
import { type Settings, textAt } from '../../../schema/settings'
import { allKeys } from '../keys'
import { type ClaimFact, factAbout } from './claim-facts'
import { menuBarReads } from './menu-bar-claims'
import { tellAll } from './on-the-mac'
import { shownValue, valueInWords } from './show-value'
import type { Claims } from './statement'

const UNUSED = 'No use of it is documented with these settings.'

/** Explains every claim of a token, in its order. Never throws on any claims. */
export function explainClaims(claims: Claims, settings: Settings): ExplainedClaim[] {
  const told = tellAll({ settings, claims }).flatMap(({ reads }) => Object.entries(reads))
  const menuBar = Object.entries(menuBarReads(settings))
  const uses = new Map<string, string[]>()
  for (const [claim, sentence] of [...told, ...menuBar]) {
    const known = uses.get(claim) ?? []
    uses.set(claim, known.includes(sentence) ? known : [...known, sentence])
  }
  return Object.entries(claims).map(([name, value]) => {
    const use = uses.get(name) ?? []
    return {
      name,
      value: shownValue(name, value),
      explanation: use.length > 0 ? use.join(' ') : explanationOf(name, value, settings),
      used: use.length > 0,
    }
  })
}

function explanationOf(name: string, value: unknown, settings: Settings): string {
  const fact = factAbout(name)
  if (fact === undefined) {
    return UNUSED
  }
  const meaning = fact.showing === 'client' ? clientOf(value, settings) : valueInWords(fact.showing, value)
  return `${fact.what}${meaning === '' ? '' : `: ${meaning}`}.${ending(fact)}`
}

function ending(fact: ClaimFact): string {
  return fact.protocol === true ? '' : ` ${UNUSED}`
}

/** Keys that hold a client ID: those whose name ends so, and those of the password check. */
const clientKeys = allKeys.filter(({ name }) => /ClientID$|ROPGID$/.test(name))

/** "equal to OIDCClientID" when a configured client ID is in the value. */
function clientOf(value: unknown, settings: Settings): string {
  const ids = Array.isArray(value) ? value : [value]
  const key = clientKeys.find(({ domain, path }) => {
    const id = textAt(settings, domain, path)
    return id !== undefined && id !== '' && ids.includes(id)
  })
  return key === undefined ? '' : `equal to ${key.path.join('/')}`
}
