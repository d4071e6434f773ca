/** The settings of a Latchkey of its own on a port of this machine, over the library in a folder. */
export const ownServer = (port: number, folder: string) => ({
  HOST: '127.0.0.1',
  PORT: String(port),
  LATCHKEY_DATA: folder,
  LATCHKEY_PUBLIC_URL: '',
  LATCHKEY_SECRET_KEY: '',
  LATCHKEY_EGRESS_ALLOW: '127.0.0.1',
})
