import { GET as health } from '../route'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The same answer under the name that other services use for it. */
export const GET = health
