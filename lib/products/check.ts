import type { Issue } from '../api/issue'
import { checkWith } from '../schema/check'
import type { Faults } from '../schema/faults'
import type { AdviceOptions } from '../schema/rules'
import type { Settings } from '../schema/settings'
import * as single from '../schema/validate'
import { judged } from './judged'

/** All issues of the settings: errors first, each kind in the order of the products, their domains and their rules. */
export function checkSettings(settings: Settings, options: AdviceOptions = {}): Issue[] {
  return checkWith(judged, settings, options)
}

/** Every issue that one key by itself has. `faults` is what advice has found. */
export function validate(settings: Settings, faults: Faults = []): Issue[] {
  return judged.flatMap((product) => single.validate(product, settings, faults))
}
