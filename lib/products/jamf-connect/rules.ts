import type { Rules } from '../../schema/rules'
import { advice } from './advice'
import { reasons } from './links/reasons'
import { demands } from './missing'
import { aside, comparing, copying, weigh } from './weigh'

/** What Jamf Connect's settings are judged by. */
export const rules: Rules = { reasons, demands, advice, weigh, copying, comparing, aside }
