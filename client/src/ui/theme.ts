import { theme as antd, type ThemeConfig } from 'antd'
import type { Preferences } from '../state/preferences.ts'

const light = { colorPrimary: '#1565d8', colorLink: '#1565d8', colorSuccess: '#1a7f4b', colorWarning: '#a84300', colorError: '#c0262d', colorBgLayout: '#f5f6f8', colorBgContainer: '#fff', colorText: '#1d2129', colorTextPlaceholder: '#6b7380', colorTextDisabled: '#7d8592' }
const dark = { colorPrimary: '#74abff', colorLink: '#74abff', colorSuccess: '#58cf96', colorWarning: '#f5ac66', colorError: '#ff8b8f', colorBgLayout: '#14171b', colorBgContainer: '#1c2025', colorText: '#e9ecf0', colorTextPlaceholder: '#98a2af', colorTextDisabled: '#8b95a3' }

/** Ant Design in the colours of `theme.css`. */
export function antTheme(theme: Preferences['theme']): ThemeConfig {
  return {
    algorithm: theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...(theme === 'dark' ? dark : light),
      fontSize: 15,
      borderRadius: 8,
      fontFamily: 'var(--sans)',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: { Button: { primaryShadow: 'none', ...(theme === 'dark' ? { primaryColor: '#0d1420' } : {}) }, ...(theme === 'dark' ? { Segmented: { itemSelectedBg: '#39424d' } } : {}) },
  }
}
