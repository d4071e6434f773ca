import { countIssues, type Issue, type Repair } from '../api/issue'
import { disputed } from '../plist/disputed'
import { faultsAmong, isFaulted } from './faults'
import { applies, mended } from './mend'
import { type AdviceOptions, domainsOf, type Judged } from './rules'
import type { Settings } from './settings'
import { rewrites, settled } from './settle'
import { validate } from './validate'

/** All issues of the settings: errors first, each kind in the order of the products, their domains and their rules. */
export function checkWith(
  products: readonly Judged[],
  settings: Settings,
  options: AdviceOptions = {},
): Issue[] {
  const issues = judged(products, settings, options)
  const unclear = disputedPlaces(issues)
  const accompanying = new Set(
    [...settings.keys()].filter((each) => accompaniesOnly(each, settings, products)),
  )
  const copying = products.flatMap((product) => product.copying ?? [])
  const settling = {
    settings,
    judge: (other: Settings) => judged(products, other, options),
    aside: products.flatMap((product) => [...(product.comparing ?? []), ...(product.aside ?? [])]),
  }
  let trials = 0
  let texts = 0
  return issues.map((issue) => {
    const { repair, ...told } = issue
    if (repair === undefined) {
      return issue
    }
    const copies = copying.includes(issue.rule)
    const risky = copies || (isRisky(repair, settings, accompanying) && ++trials <= MOST_TRIALS)
    const helps =
      applies(repair, settings) &&
      !(copies && repair.edits.some((edit) => unclear.has(placeOf(edit)))) &&
      !(risky && spoils(repair, { products, settings, options, copies, before: issues }))
    const isText = helps && !copies && rewrites(issue, settings) && ++texts <= MOST_TEXTS
    const best = isText ? settled({ ...told, repair }, settling) : repair
    return helps && best !== null ? { ...told, repair: best } : told
  })
}

/** How many repairs that copy nothing are tried before they are offered; a file may hold thousands. */
const MOST_TRIALS = 40

/** How many texts that repairs write are tried, for the same reason: each is judged with all settings. */
const MOST_TEXTS = 20

/** Places for which repairs have different values: there a copy contradicts what another rule finds meant. */
function disputedPlaces(issues: readonly Issue[]): ReadonlySet<string> {
  const edits = issues.flatMap(({ repair }) => repair?.edits ?? [])
  return disputed(edits.flatMap((edit) => (edit.value ? [[placeOf(edit), edit.value] as const] : [])))
}

/**
 * Whether a repair changes what the settings of a domain are for: it takes away the last key, or adds to those that only
 * accompany others, as in the domains `accompanying`.
 */
function isRisky({ edits }: Repair, settings: Settings, accompanying: ReadonlySet<string>): boolean {
  const adds =
    edits.every(({ value }) => value !== null) && edits.some(({ domain }) => accompanying.has(domain ?? ''))
  const removed = edits.filter(({ path, value }) => path.length === 1 && value === null)
  const empties = removed.some(
    ({ domain }) =>
      settings.get(domain ?? '')?.entries.length === removed.filter((each) => each.domain === domain).length,
  )
  return adds || empties
}

/** Whether the settings of a domain are such as organizations deliver beside those that others depend on. */
function accompaniesOnly(domain: string, settings: Settings, products: readonly Judged[]): boolean {
  const root = settings.get(domain)
  return products.some(
    (product) =>
      root !== undefined &&
      domainsOf(product).includes(domain) &&
      product.demands?.roleOf(root, domain, settings) === 'companion',
  )
}

type Trial = {
  readonly products: readonly Judged[]
  readonly copies: boolean
  readonly settings: Settings
  readonly options: AdviceOptions
  readonly before: readonly Issue[]
}

/**
 * Whether a repair makes errors that were not there. A copied value must not be wrong where it comes to stand either, and
 * a repair that leaves a payload without any setting takes one problem for another.
 */
function spoils(repair: Repair, { products, settings, options, copies, before }: Trial): boolean {
  const after = judged(products, mended(settings, repair), options)
  if (!copies) {
    const known = new Set(errorsAmong(before))
    return errorsAmong(after).some((each) => !known.has(each))
  }
  const faults = faultsAmong(
    after,
    products.flatMap((product) => product.comparing ?? []),
  )
  return (
    countIssues(after).errors > countIssues(before).errors ||
    repair.edits.some((edit) => isFaulted(faults, edit))
  )
}

const errorsAmong = (issues: readonly Issue[]) =>
  issues.filter(({ severity }) => severity === 'error').map((issue) => `${issue.rule} ${placeOf(issue)}`)

/** The settings that a product judges, those of nobody among them, and those of other products, which it only knows of. */
function parted(product: Judged, products: readonly Judged[], settings: Settings) {
  const foreign = products.filter((each) => each !== product).flatMap(domainsOf)
  const isOwn = ([domain]: readonly [string, unknown]) => !foreign.includes(domain)
  const others = [...settings].filter((entry) => !isOwn(entry))
  return {
    own: others.length === 0 ? settings : new Map([...settings].filter(isOwn)),
    others: others.map(([domain, dict]) => ({ domain, settings: dict })),
  }
}

function judged(products: readonly Judged[], settings: Settings, options: AdviceOptions): Issue[] {
  const issues = products.flatMap((product) => {
    const { own, others } = parted(product, products, settings)
    const foreign = [...(options.foreign ?? []), ...others]
    const advised = product.advice?.(own, { ...options, foreign }) ?? []
    const single = validate(product, own, faultsAmong(advised, product.comparing))
    return product.weigh?.(single, advised, own) ?? [...single, ...advised]
  })
  return [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'advice'),
  ]
}

function placeOf({ domain, path }: Pick<Issue, 'domain' | 'path'>): string {
  return [domain, ...path].join('/')
}
