import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState } from './states.tsx'
import { Pages, TopBar } from './top-bar.tsx'

/** An address that leads nowhere: says so, and leaves the ways to everywhere else. */
export function NoSuchPage() {
  const t = useText()
  return (
    <>
      <TopBar><Pages /></TopBar>
      <EmptyState title={t(appWords.noSuchPage)} />
    </>
  )
}
