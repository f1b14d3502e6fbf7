/** Newest first: a browser also names those that it descends from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/u, '微信'],
  [/QQBrowser/u, 'QQ'],
  [/360SE|QihooBrowser|360EE/u, '360'],
  [/SogouMobileBrowser|MetaSr/u, 'Sogou'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/OPR\//u, 'Opera'],
  [/Firefox\//u, 'Firefox'],
  [/(?:Chrome|CriOS|HeadlessChrome)\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/Android/u, 'Android'],
  [/iPhone|iPad/u, 'iOS'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'macOS'],
  [/Linux/u, 'Linux'],
]
const first = (names: typeof browsers, text: string): string | undefined => names.find(([sign]) => sign.test(text))?.[1]

/** What a User-Agent header stands for, e.g. "Chrome · Windows"; the header itself where it is none of the known ones. */
export function browserName(userAgent: string): string {
  const found = [first(browsers, userAgent), first(systems, userAgent)].filter((name) => name !== undefined)
  return found.length === 0 ? userAgent : found.join(' · ')
}
