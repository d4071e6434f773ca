/** A part of a text: `told` once something stands in its place, which is not looked at again. */
export type Piece = { readonly said: string; readonly told?: string }

/** The pieces with `told` wherever `spelling` stood in them. */
export function withoutSpelling(
  pieces: readonly Piece[],
  spelling: string | RegExp,
  told: string,
): readonly Piece[] {
  const holds = ({ said, told: already }: Piece) =>
    already === undefined && (typeof spelling === 'string' ? said.includes(spelling) : spelling.test(said))
  return pieces.some(holds)
    ? pieces.flatMap((piece) =>
        holds(piece)
          ? piece.said
              .split(spelling)
              .flatMap((said, index) => (index === 0 ? [{ said }] : [{ said: '', told }, { said }]))
          : [piece],
      )
    : pieces
}
