import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense, useMemo } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { appWords } from './i18n/app-words.ts'
import { useText } from './i18n/use-text.ts'
import { LiveCallPage } from './live-call/live-call-page.tsx'
import { AccountPage } from './sign-in/account-page.tsx'
import { SessionGate } from './sign-in/session-gate.tsx'
import { StartPage } from './start/start-page.tsx'
import { usePreferences } from './state/preferences.ts'
import { NoSuchPage } from './ui/no-such-page.tsx'
import { PageBoundary } from './ui/page-boundary.tsx'
import { LoadingState } from './ui/states.tsx'
import { antTheme } from './ui/theme.ts'

const LibraryPage = lazy(() => import('./library/library-page.tsx').then(({ LibraryPage: page }) => ({ default: page })))
const ScenarioPage = lazy(() => import('./library/scenario-page.tsx').then(({ ScenarioPage: page }) => ({ default: page })))
const CoveragePage = lazy(() => import('./library/coverage-page.tsx').then(({ CoveragePage: page }) => ({ default: page })))
const RulesPage = lazy(() => import('./library/rules-page.tsx').then(({ RulesPage: page }) => ({ default: page })))
const AuthoringPages = lazy(() => import('./authoring/authoring-pages.tsx').then(({ AuthoringPages: pages }) => ({ default: pages })))
const PublicationsPage = lazy(() => import('./authoring/publications-page.tsx').then(({ PublicationsPage: page }) => ({ default: page })))
const AdminPages = lazy(() => import('./admin/admin-pages.tsx').then(({ AdminPages: pages }) => ({ default: pages })))
const QualityPages = lazy(() => import('./quality/quality-pages.tsx').then(({ QualityPages: pages }) => ({ default: pages })))
const ReplayPages = lazy(() => import('./training/replay-pages.tsx').then(({ ReplayPages: pages }) => ({ default: pages })))
const WallPages = lazy(() => import('./supervision/wall-page.tsx').then(({ WallPages: pages }) => ({ default: pages })))
const MyPages = lazy(() => import('./quality/my-pages.tsx').then(({ MyPages: pages }) => ({ default: pages })))
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } })

/** Language, colours, data and pages. */
export function App() {
  const t = useText()
  const { language, theme } = usePreferences()
  const look = useMemo(() => antTheme(theme), [theme])
  return (
    <ConfigProvider theme={look} locale={language === 'zh' ? zhCN : enUS}>
      <AntApp component={false} message={{ top: 120, maxCount: 2 }}>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <PageBoundary>
              <SessionGate>
              <Suspense fallback={<LoadingState label={t(appWords.loading)} />}>
              <Routes>
                <Route path="/" element={<StartPage />} />
                <Route path="/calls/:callId" element={<LiveCallPage />} />
                <Route path="/library" element={<LibraryPage />} />
                <Route path="/library/coverage" element={<CoveragePage />} />
                <Route path="/library/rules" element={<RulesPage />} />
                <Route path="/library/versions" element={<PublicationsPage />} />
                <Route path="/library/drafts/*" element={<AuthoringPages />} />
                <Route path="/library/:scenarioId" element={<ScenarioPage />} />
                <Route path="/account" element={<AccountPage />} />
                <Route path="/admin/*" element={<AdminPages />} />
                <Route path="/quality/*" element={<QualityPages />} />
                <Route path="/wall/*" element={<WallPages />} />
                <Route path="/my/*" element={<MyPages />} />
                <Route path="/training/*" element={<ReplayPages />} />
                <Route path="*" element={<NoSuchPage />} />
              </Routes>
              </Suspense>
              </SessionGate>
            </PageBoundary>
          </BrowserRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
