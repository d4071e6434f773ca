/**
 * What the buttons are called that lead past the warning about a certificate, in English. Chromium 150 was tried, the texts
 * of Firefox 153 were read; Safari's, and that it may ask for a password, are reported
 * (apple.stackexchange.com/questions/372473).
 */
const browsers = [
  ['Chrome', '“Advanced”, then “Proceed to 127.0.0.1 (unsafe)”'],
  ['Firefox', '“Advanced”, then “Proceed to 127.0.0.1 (Risky)” or “Accept the Risk and Continue”'],
  ['Safari', '“Show Details”, then “visit this website”; it may ask for the password of your Mac account'],
] as const

/** The way past the warning of each browser. */
export function PastTheWarning() {
  return (
    <ul className="mt-1 space-y-0.5 text-xs text-ink-2">
      {browsers.map(([browser, buttons]) => (
        <li key={browser}>
          <span className="font-medium text-ink">{browser}:</span> {buttons}
        </li>
      ))}
    </ul>
  )
}
