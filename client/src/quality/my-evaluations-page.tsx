import { useQuery } from '@tanstack/react-query'
import type { EvaluationRow } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import { LoadingState } from '../ui/states.tsx'
import { EvaluationsTable } from './evaluations-table.tsx'
import { MyFrame } from './my-frame.tsx'

/** The evaluations of one's own calls. */
export function MyEvaluationsPage() {
  const t = useText()
  const { data: rows } = useQuery({ queryKey: ['evaluations', 'mine'], queryFn: () => getJson<readonly EvaluationRow[]>('/api/my/evaluations') })
  return <MyFrame note={t(evaluationWords.mineHelp)}>{rows ? <EvaluationsTable rows={rows} base="/my/evaluations" /> : <LoadingState label={t(appWords.loading)} lines={6} />}</MyFrame>
}
