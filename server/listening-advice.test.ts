import { expect, it } from 'vitest'
import { adviceFor, ownPort, tooManyPorts } from './listening-advice'

it('missing rights for a port are said with what gives them on this system', () => {
  expect(adviceFor('EACCES', 443, 'linux')).toContain('sysctl net.ipv4.ip_unprivileged_port_start=443')
  expect(adviceFor('EACCES', 443, 'darwin')).toContain('an account that has them')
  // Windows has no low ports that need rights.
  expect(adviceFor('EACCES', 443, 'win32')).toMatch(/excludedportrange/)
  expect(adviceFor('EACCES', 443, 'win32')).not.toContain('account')
  // Not for lack of a low port.
  expect(adviceFor('EACCES', 8443, 'linux')).toContain('an account that has them')
  for (const code of ['EACCES', 'EADDRINUSE', 'EADDRNOTAVAIL', ownPort, tooManyPorts, undefined]) {
    expect(adviceFor(code, 443)).toMatch(/^.*[Pp]ort 443 .*\.$/)
  }
})
