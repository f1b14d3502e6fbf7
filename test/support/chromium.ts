import { existsSync } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The Chromium program to test with: `CHROMIUM_PATH`, or the first usual place that has one; null when there is none. */
export function chromiumPath(): string | null {
  const configured = process.env['CHROMIUM_PATH']
  if (configured !== undefined && configured !== '') return existsSync(configured) ? configured : null
  return usual.find((path) => existsSync(path)) ?? null
}
