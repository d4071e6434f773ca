import type { StepName } from '../api/set-up'
import { notFound } from './errors'
import type { Library } from './open'
import { asBytes, textOf } from './stored'

/** Steps of set-up guides that are done for a configuration, those that were done first at the beginning. */
export async function doneSteps({ db }: Pick<Library, 'db'>, id: string): Promise<StepName[]> {
  const rows = await db
    .selectFrom('set_up_steps')
    .select([asBytes('guide'), asBytes('step')])
    .where('configuration_id', '=', id)
    .orderBy('done_at')
    .execute()
  return rows.map(({ guide, step }) => ({ guide: textOf(guide) ?? '', step: textOf(step) ?? '' }))
}

/** Notes that a step is done, or that it is not after all. Throws LibraryError "not-found" for no configuration. */
export async function markStep(
  { db }: Pick<Library, 'db'>,
  id: string,
  { guide, step }: StepName,
  done: boolean,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const there = await transaction
      .selectFrom('configurations')
      .select('version')
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (there === undefined) {
      throw notFound()
    }
    if (done) {
      const row = { configuration_id: id, guide, step, done_at: new Date().toISOString() }
      await transaction
        .insertInto('set_up_steps')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } else {
      await transaction
        .deleteFrom('set_up_steps')
        .where('configuration_id', '=', id)
        .where('guide', '=', guide)
        .where('step', '=', step)
        .execute()
    }
  })
}
