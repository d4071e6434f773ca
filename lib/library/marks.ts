import type { Marks } from '../api/configurations'
import type { Library } from './open'

/**
 * Notes how many issues the newest version of a configuration has by the rules of now. Nothing else changes, and nothing at all when
 * another version is the newest.
 */
export async function noteMarks({ db }: Pick<Library, 'db'>, id: string, marks: Marks): Promise<void> {
  const { version, errors, advice } = marks
  await db
    .updateTable('configurations')
    .set({ errors, advice })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('deleted_at', 'is', null)
    .execute()
}
