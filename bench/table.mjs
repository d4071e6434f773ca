/**
 * A Markdown table; the first column is text, the others are numbers.
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

/**
 * A number with three significant digits.
 * @param {number} value
 */
export function digits(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/**
 * How an aim was met, in words.
 * @param {boolean} met
 */
export const verdict = (met) => (met ? 'met' : '**missed**')
