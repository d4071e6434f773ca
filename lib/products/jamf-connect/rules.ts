import type { Rules } from '../../schema/rules'
import { advice } from './advice'
import { demands } from './missing'
import { comparing, copying, weigh } from './weigh'

/** What Jamf Connect's settings are judged by. */
export const rules: Rules = { demands, advice, weigh, copying, comparing }
