import { words } from './use-text.ts'

/** Texts of the scenario search. */
export const searchWords = words({
  label: { zh: '搜场景', en: 'Search scenarios' },
  placeholder: { zh: '搜场景、话术、拼音首字母', en: 'Scenario or sentence' },
  none: (query: string) => ({ zh: `没有找到“${query}”`, en: `Nothing found for “${query}”` }),
  noneHelp: { zh: '换个说法，或只打拼音首字母，例如 th', en: 'Try other words, or pinyin initials such as th' },
  keys: { zh: '↑↓ 选，回车用这个，Esc 收起', en: '↑↓ choose, Enter takes it, Esc closes' },
  broken: { zh: '场景表没有读到，暂时搜不了', en: 'The scenario list could not be read' },
})
