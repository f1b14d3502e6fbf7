import { createStore, useStore } from './store.ts'

/** What one person chose on this machine. `openCalls`: a new call opens by itself. */
export interface Preferences {
  readonly language: 'zh' | 'en'
  readonly theme: 'light' | 'dark'
  readonly openCalls: boolean
}

const key = 'sunline.preferences'

function kept(): Partial<Preferences> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    return {}
  }
}

function startingFrom(found: Partial<Preferences>): Preferences {
  const dark = typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
  return {
    language: found.language === 'en' ? 'en' : 'zh',
    theme: found.theme ?? (dark ? 'dark' : 'light'),
    openCalls: found.openCalls ?? true,
  }
}

const preferences = createStore(startingFrom(kept()))

/** What this person chose; changes show at once and outlive the page. */
export const usePreferences = (): Preferences => useStore(preferences)

/** Changes some preferences and keeps them on this machine; where storage is refused they last until the page closes. */
export function prefer(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change }
  preferences.set(next)
  document.documentElement.dataset['theme'] = next.theme
  document.documentElement.lang = next.language === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    return
  }
}
