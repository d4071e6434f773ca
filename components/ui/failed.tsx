import { Button } from './button'

/** Why something could not be read, and the way to ask for it again. */
export function Failed({ error, onAgain }: { error: Error; onAgain: () => unknown }) {
  return (
    <p role="alert" className="text-error">
      {error.message}{' '}
      <Button look="link" onClick={() => void onAgain()}>
        Try again
      </Button>
    </p>
  )
}
