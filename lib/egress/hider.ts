import { type Piece, withoutSpelling } from './pieces'
import { placeholder } from './secret-names'
import { withoutSpelled } from './spelled'
import { type SpelledSecret, spelledSecret } from './spelled-secret'
import { inJson, spellings } from './spellings'

/** A secret; how it may be spelled is found out once, when a text is looked at first. */
export type HiddenSecret = {
  readonly name: string
  readonly value: string
  spelled?: SpelledSecret
  spellings?: ReadonlySet<string>
}

/** The text of the pieces without the secrets. */
export type Hider = (pieces: readonly Piece[]) => string

/** Shorter values are in every text; they are hidden where they are the whole value, as a text of JSON too. */
const shortest = 4

/** A shorter text is shown whole, or ends in "…". */
const shortestCut = 100

/** Makes ready to hide these secrets. */
export function hiderOf(secrets: readonly HiddenSecret[]): Hider {
  const whole = new Map<string, string>()
  const within = new Map<string, string>()
  for (const secret of secrets) {
    const { name, value } = secret
    const told = placeholder(name)
    if (value.length < shortest) {
      whole.set(value, told)
      within.set(`"${inJson(value)}"`, `"${told}"`)
      continue
    }
    secret.spellings ??= spellings(value)
    for (const spelling of secret.spellings) {
      whole.set(spelling, told)
      within.set(spelling, told)
    }
  }
  // Longest first: a spelling, and a secret, may contain another.
  const known = [...within].sort(([left], [right]) => right.length - left.length)
  const spelled = secrets.filter(({ value }) => value.length >= shortest).map(spelledOf)
  spelled.sort(({ values: [left = ''] }, { values: [right = ''] }) => right.length - left.length)
  const names = new Set(whole.values())
  const mayReachIntoNames = [...whole.keys()].some((spelling) => /[<>]/.test(spelling))
  return (pieces) => {
    const [only] = pieces
    const said = pieces.length === 1 && only?.told === undefined ? only?.said : undefined
    const all = whole.get(said ?? '')
    if (all !== undefined || secrets.length === 0) {
      return all ?? pieces.map((piece) => piece.told ?? piece.said).join('')
    }
    const kept = mayReachIntoNames ? pieces : [...names].reduce(keepName, pieces)
    const rest = known.reduce((some, [spelling, told]) => withoutSpelling(some, spelling, told), kept)
    const length = pieces.reduce((sum, piece) => sum + piece.said.length, 0)
    return rest
      .map((piece, at) => {
        const isCut = at === rest.length - 1 && length >= shortestCut
        return piece.told ?? withoutSpelled(piece.said, spelled, isCut)
      })
      .join('')
  }
}

function spelledOf(secret: HiddenSecret): SpelledSecret {
  secret.spelled ??= spelledSecret(secret.value, placeholder(secret.name))
  return secret.spelled
}

/** A text that was cleaned before keeps what stands in it for secrets, though a password may be "password". */
function keepName(pieces: readonly Piece[], name: string): readonly Piece[] {
  return withoutSpelling(pieces, name, name)
}
