/** The tag of configurations that others start from. */
export const TEMPLATE_TAG = 'template'

const isMark = (tag: string): boolean => tag.toLowerCase() === TEMPLATE_TAG

/** Whether a configuration with these tags is a template. */
export const isOwnTemplate = (tags: readonly string[]): boolean => tags.some(isMark)

/** The tags with the mark, or without it. */
export function markedTags(tags: readonly string[], template: boolean): readonly string[] {
  const others = tags.filter((tag) => !isMark(tag))
  return template ? [...others, TEMPLATE_TAG] : others
}
