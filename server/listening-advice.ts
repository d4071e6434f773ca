/** Code for more ports than are listened on at once. */
export const tooManyPorts = 'LATCHKEY_TOO_MANY_PORTS'
/** Code for the port that Latchkey itself is served on. */
export const ownPort = 'LATCHKEY_OWN_PORT'

/** Why a port of 127.0.0.1 cannot be listened on, by the code of the system or one of the above, and what to do. */
export function adviceFor(
  code: string | undefined,
  port: number,
  platform: NodeJS.Platform = process.platform,
): string {
  switch (code) {
    case 'EACCES':
      return refusedOn(platform, port)
    case 'EADDRINUSE':
      return `Port ${port} of 127.0.0.1 is taken by another program; stop it to have the answer caught.`
    case ownPort:
      return `Port ${port} of 127.0.0.1 is the one that Latchkey itself is served on. Choose another redirect URI, or start Latchkey on another port, to have the answer caught.`
    case tooManyPorts:
      return `Port ${port} of 127.0.0.1 would be one too many: Latchkey listens on others for the sign-ins that wait. End one of them to have the answer caught.`
    default:
      return `Port ${port} of 127.0.0.1 cannot be listened on.`
  }
}

/**
 * Linux: Documentation/networking/ip-sysctl of the kernel, ip_unprivileged_port_start. Windows: WSAEACCES among the error
 * codes of Windows Sockets, and netsh interface ipv4 show excludedportrange.
 */
function refusedOn(platform: NodeJS.Platform, port: number): string {
  if (platform === 'win32') {
    return `Windows does not give port ${port} to Latchkey: another program may hold it, or Windows keeps it back; “netsh interface ipv4 show excludedportrange protocol=tcp” lists what it keeps back.`
  }
  const rights =
    platform === 'linux' && port < 1024
      ? `“sysctl net.ipv4.ip_unprivileged_port_start=${port}”, as root, gives every account the ports from ${port} up until the next start of the machine.`
      : 'Start Latchkey with an account that has them.'
  return `Port ${port} needs rights that the account of Latchkey does not have. ${rights}`
}
