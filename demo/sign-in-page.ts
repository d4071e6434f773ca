import { demoUsers } from './users'

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; padding: 1rem; box-sizing: border-box }
main { width: min(24rem, 100%) }
label { display: block; margin-top: 1rem; font-weight: 600 }
input, button { width: 100%; box-sizing: border-box; padding: .6rem; font: inherit; border-radius: .4rem }
input { border: 1px solid GrayText; background: Field; color: FieldText }
button { margin-top: 1.5rem; border: 0; background: #0b6b5b; color: #fff; font-weight: 600; cursor: pointer }
:focus-visible { outline: 3px solid #4c9aff; outline-offset: 2px }
[role=alert] { border-left: .3rem solid #c62828; padding-left: .7rem }
details { margin-top: 1.5rem } td { padding-right: 1rem }`

/** The page on which a person signs in. `refused`: the user name that was just refused, null the first time. */
export function signInPage(action: string, refused: string | null): string {
  const alert =
    refused === null
      ? ''
      : '<p role="alert">The user name or the password is wrong. Nothing is locked here.</p>'
  const rows = demoUsers
    .map(({ name, password }) => `<tr><td><code>${name}</code></td><td><code>${password}</code></td></tr>`)
    .join('')
  return page(
    'Sign in',
    `<h1>Sign in</h1>
<p>This is the demo identity provider. It knows five people and forgets everything when it stops.</p>
${alert}
<form method="post" action="${escapeHtml(action)}">
<label for="username">User name</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus value="${escapeHtml(refused ?? '')}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button>Sign in</button>
</form>
<details><summary>Who can sign in</summary>
<table><thead><tr><th scope="col" align="left">User name</th><th scope="col" align="left">Password</th></tr></thead><tbody>${rows}</tbody></table>
</details>`,
  )
}

/** What somebody sees whom the provider cannot send back: the members of an OAuth error. */
export function errorPage(error: Readonly<Record<string, string>>): string {
  const rows = Object.entries(error).map(
    ([name, value]) => `<dt><code>${escapeHtml(name)}</code></dt><dd>${escapeHtml(value)}</dd>`,
  )
  return page(
    'This sign-in cannot go on',
    `<h1>This sign-in cannot go on</h1>
<p>The demo identity provider says:</p>
<dl>${rows.join('')}</dl>`,
  )
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Demo identity provider</title>
<style>${style}</style>
<main>
${content}
</main>
</html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
