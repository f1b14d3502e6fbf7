import { Route, Routes, useNavigate } from 'react-router'
import { clockAhead } from '../connection/http.ts'
import { useHasRole } from '../connection/session.ts'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { wallWords } from '../i18n/wall-words.ts'
import { useNow } from '../state/now.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { NoSuchPage } from '../ui/no-such-page.tsx'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { LookPage } from './look-page.tsx'
import { useWall } from './use-wall.ts'
import styles from './wall-page.module.css'
import { WallTile } from './wall-tile.tsx'

function Wall() {
  const t = useText()
  const navigate = useNavigate()
  const now = useNow(1000) - clockAhead()
  const { calls, broken, partial } = useWall()
  const open = (id: string) => void navigate(`/wall/${encodeURIComponent(id)}`)
  useKeys((press) => {
    const chosen = calls?.[Number(plainKey(press)) - 1]
    if (chosen) open(chosen.id)
    return chosen !== undefined
  })
  const crises = calls?.filter(({ crisis }) => crisis !== null).length ?? 0
  const warned = calls?.filter((call) => call.open > 0).length ?? 0
  return (
    <>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <header className={styles['head']}>
          <h1>{t(wallWords.wall)}</h1>
          {calls !== null && <span>{t(wallWords.count(calls.length))}</span>}
          {warned > 0 && <span data-grave="warn">{t(wallWords.warned(warned))}</span>}
          {crises > 0 && <span data-grave="crisis" role="alert">{t(wallWords.crises(crises))}</span>}
          {broken && calls !== null && <span data-grave="warn" role="status">{t(wallWords.broken)}</span>}
          {partial && !broken && calls !== null && <span data-grave="warn" role="status">{t(wallWords.partial)}</span>}
          {calls !== null && calls.length > 0 && <small><KeyCap of="1" />–<KeyCap of="9" /> {t(wallWords.keysHelp)}</small>}
        </header>
        {calls === null && (broken ? <EmptyState title={t(wallWords.broken)} /> : <LoadingState label={t(appWords.loading)} lines={4} />)}
        {calls?.length === 0 && <EmptyState title={t(wallWords.none)}>{t(wallWords.noneHelp)}</EmptyState>}
        <ol className={styles['tiles']} data-broken={broken}>
          {calls?.map((call, place) => <WallTile key={call.id} call={call} place={place} now={now} onOpen={() => open(call.id)} />)}
        </ol>
      </main>
    </>
  )
}

/** The team's calls, and one of them looked at. */
export function WallPages() {
  const t = useText()
  const supervises = useHasRole('supervisor')
  if (!supervises) {
    return (
      <>
        <TopBar><Pages /></TopBar>
        <main className={styles['page']}><EmptyState title={t(wallWords.onlySupervisors)}>{t(wallWords.onlySupervisorsHelp)}</EmptyState></main>
      </>
    )
  }
  return (
    <Routes>
      <Route index element={<Wall />} />
      <Route path=":callId" element={<LookPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  )
}
