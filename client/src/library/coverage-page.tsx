import { Button, Switch } from 'antd'
import { useState } from 'react'
import type { CoveredFlow } from '../../../server/protocol.ts'
import { appWords } from '../i18n/app-words.ts'
import { coverageWords } from '../i18n/coverage-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import styles from './coverage-page.module.css'
import { CoverageRow } from './coverage-row.tsx'
import { LibraryNav } from '../ui/library-nav.tsx'
import { useCoverage } from './use-coverage.ts'

function Family({ flows, open }: { readonly flows: readonly CoveredFlow[]; readonly open: boolean }) {
  const t = useText()
  const [first] = flows
  return (
    <table className={styles['table']}>
      <caption>{first && t(first.familyLabel)} <small>{flows.length}</small></caption>
      <thead>
        <tr>{[coverageWords.scenario, coverageWords.steps, coverageWords.ways, coverageWords.never].map((label) => <th key={label.en} scope="col">{t(label)}</th>)}</tr>
      </thead>
      <tbody>{flows.map((flow) => <CoverageRow key={flow.id} flow={flow} open={open} />)}</tbody>
    </table>
  )
}

/** The whole library, family by family: what the stored calls reached and what they never did. */
export function CoveragePage() {
  const t = useText()
  const { view, failed, retry } = useCoverage()
  const [onlyNever, setOnlyNever] = useState(false)
  const shown = (view?.flows ?? []).filter(({ reachedSteps, totalSteps }) => !onlyNever || reachedSteps < totalSteps)
  const families = [...new Set(shown.map(({ family }) => family))]
  return (
    <div className={styles['frame']}>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <LibraryNav />
        <header>
          <h1>{t(coverageWords.title)}</h1>
          {view && view.calls > 0 && (
            <>
              <p>{t(coverageWords.intro(view.calls))}</p>
              <label>
                <Switch checked={onlyNever} onChange={setOnlyNever} aria-label={t(coverageWords.onlyNever)} /> {t(coverageWords.onlyNever)}
              </label>
            </>
          )}
        </header>
        {failed && <EmptyState title={t(coverageWords.broken)} actions={<Button onClick={retry}>{t(appWords.retry)}</Button>} />}
        {!view && !failed && <LoadingState label={t(appWords.loading)} lines={6} />}
        {view?.calls === 0 && <EmptyState title={t(coverageWords.noCalls)}>{t(coverageWords.noCallsHelp)}</EmptyState>}
        {view && view.calls > 0 && shown.length === 0 && <EmptyState title={t(coverageWords.allReached)} />}
        {view && view.calls > 0 && families.map((family) => <Family key={family} flows={shown.filter((flow) => flow.family === family)} open={onlyNever} />)}
      </main>
    </div>
  )
}
