import mark from './mark.json'

/** The mark of Latchkey: a key on a tile. `npm run icons` draws the icons of public/ from the same data. */
export function Mark() {
  return (
    <svg aria-hidden viewBox={`0 0 ${mark.grid} ${mark.grid}`} className="size-6 shrink-0">
      <rect width={mark.grid} height={mark.grid} rx={mark.corner} className="fill-accent" />
      <g
        className="fill-none stroke-accent-ink"
        strokeWidth={mark.stroke}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <circle {...mark.bow} />
        <path d={mark.blade} />
      </g>
    </svg>
  )
}
