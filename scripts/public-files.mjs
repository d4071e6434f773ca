import { readFileSync } from 'node:fs'
import { markSvg, token } from './mark.mjs'
import { root } from './sources.mjs'

const { description } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** The sizes in favicon.ico: tabs on plain and on dense screens, and shortcuts. */
export const faviconSizes = [16, 32, 48]

/**
 * The icons that are pixels. Large ones have more room around the key than those of a tab. iOS and launchers that mask
 * cut the corners themselves, and want a tile without any.
 */
export const pictures = [
  { path: 'public/apple-touch-icon.png', size: 180, svg: markSvg({ corner: 0, scale: 0.86 }) },
  { path: 'public/icon-192.png', size: 192, svg: markSvg({ scale: 0.86 }) },
  { path: 'public/icon-512.png', size: 512, svg: markSvg({ scale: 0.86 }) },
  // A launcher may cut away all but a circle of 80 % (Web Application Manifest, "maskable").
  { path: 'public/icon-maskable-512.png', size: 512, svg: markSvg({ corner: 0, scale: 0.76 }) },
]

/** The bar of the browser or of the window continues the page's own bar, which is a panel. */
const bar = token('panel')
const ground = token('ground')

const manifest = {
  id: '/',
  name: 'Latchkey',
  short_name: 'Latchkey',
  description,
  lang: 'en',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: bar.light,
  background_color: ground.light,
  color_scheme_dark: { theme_color: bar.dark, background_color: ground.dark },
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`

/** The files that are text, by path. */
export const texts = {
  'public/icon.svg': markSvg({ themed: true }),
  'public/manifest.webmanifest': json(manifest),
  // What is in a library of profiles is nobody's search result.
  'public/robots.txt': 'User-agent: *\nDisallow: /\n',
  'components/ui/theme-colors.json': json(bar),
}
