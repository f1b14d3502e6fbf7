import { words } from './use-text.ts'

/** Texts that every page shares. */
export const appWords = words({
  home: { zh: '回到首页', en: 'Back to start' },
  pages: { zh: '页面', en: 'Pages' },
  calls: { zh: '通话', en: 'Calls' },
  wall: { zh: '班组', en: 'Team' },
  library: { zh: '话术库', en: 'Script library' },
  training: { zh: '培训', en: 'Training' },
  quality: { zh: '质检', en: 'Quality' },
  myEvaluations: { zh: '我的评分', en: 'My evaluations' },
  administration: { zh: '管理', en: 'Administration' },
  lightColours: { zh: '浅色', en: 'Light colours' },
  darkColours: { zh: '深色', en: 'Dark colours' },
  loading: { zh: '正在读取', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  pageBroken: { zh: '这一页出错了，通话不受影响', en: 'This page failed; the call itself is not affected' },
  reload: { zh: '重新打开', en: 'Reload' },
  noSuchPage: { zh: '没有这一页', en: 'There is no such page' },
})
