/** Columns that text is written in. */
const COLUMNS = 80

/** A paragraph in lines of at most 80 columns, all of them indented; a word that is longer stays whole. */
export function fold(text: string, indent = 0, hanging = indent): string[] {
  const lines: string[] = []
  let line = ''
  const margin = () => ' '.repeat(lines.length === 0 ? indent : hanging)
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? `${margin()}${word}` : `${line} ${word}`
    if (line !== '' && longer.length > COLUMNS) {
      lines.push(line)
      line = `${margin()}${word}`
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}
