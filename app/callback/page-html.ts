import { broughtField } from '@/lib/access/guard'

/**
 * The page that hands the answer of a sign-in to the page of this browser that waits for it, over a channel of the
 * same origin, and takes it out of the address bar. `form` is the body of a form_post, or null when the answer is in
 * the address. Nothing happens on the server: whoever opens this page with made-up parameters hands over an answer
 * that belongs to no sign-in. The page that waits for this answer says so over the same channel; when none does within a
 * second, that is said, for a test may wait elsewhere, or nowhere.
 */
export function callbackPage(nonce: string, form: string | null): string {
  const data = form === null ? '' : ` data-form="${escapeHtml(form)}"`
  return `<!doctype html>
<html lang="en"${data}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="/icon.svg">
<title>Sign-in received · Latchkey</title>
<style nonce="${nonce}">
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1.5rem }
</style>
<main>
<h1>Back from the sign-in page</h1>
<p id="told" role="status">The answer is on its way to the window of Latchkey.</p>
</main>
<script nonce="${nonce}">${script}</script>
</html>
`
}

const taken = 'Go back to the window of Latchkey: the test goes on there. You can close this one.'
const nobody =
  'No test in this browser has taken an answer from here: none waits for it at this address, its window does not respond, or the answer does not bring back the state of the sign-in. Go back to the window of Latchkey; if the test still waits there, start the sign-in again.'

/** A form is that of the provider, or of the listener of this machine, which brings the whole answer in one field. */
const script = `
const { form } = document.documentElement.dataset
const caught = form === undefined ? null : new URLSearchParams(form).get('${broughtField}')
const answer = caught ?? (form === undefined ? location.href : 'form:' + form)
history.replaceState(null, '', location.pathname)
delete document.documentElement.dataset.form
const tell = (text) => { document.getElementById('told').textContent = text }
const channel = new BroadcastChannel('latchkey-sign-in')
const unanswered = setTimeout(() => tell('${nobody}'), 1000)
channel.onmessage = ({ data }) => {
  if (data?.taken === answer) {
    clearTimeout(unanswered)
    tell('${taken}')
  }
}
channel.postMessage(answer)
`

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
