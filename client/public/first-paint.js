// Runs before the first paint, so that a dark page does not flash white. Keep the key equal to src/state/preferences.ts.
try {
  const kept = JSON.parse(localStorage.getItem('sunline.preferences') ?? '{}')
  const dark = kept.theme ? kept.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  if (kept.language === 'en') document.documentElement.lang = 'en'
} catch {
  document.documentElement.dataset.theme = 'light'
}
