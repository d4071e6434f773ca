/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `tsc` runs on its own in `npm run check`; a server that only starts the app does without the compiler.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Few large files instead of many small ones: they compress better, and every page weighs less for it.
  experimental: {
    // A route is loaded when it is first asked for: loading all of them holds the first page up.
    preloadEntriesOnStart: false,
    turbopackChunking: { requestCost: 2_000_000, maxMergeChunkSize: 3_000_000, minChunkSize: 400_000 },
  },
  serverExternalPackages: ['libsql'],
}
