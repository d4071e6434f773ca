/** Says that there are changes that are not saved: a dot as beside the name in the editor, in words on hover and when it is read out. */
export const DraftMark = () => (
  <span title="Unsaved changes" className="grid size-4 shrink-0 place-items-center">
    <span aria-hidden className="size-1.5 rounded-full bg-warning" />
    <span className="sr-only">unsaved changes</span>
  </span>
)
