import { Route, Routes } from 'react-router'
import { NoSuchPage } from '../ui/no-such-page.tsx'
import { MyEvaluationPage } from './my-evaluation-page.tsx'
import { MyEvaluationsPage } from './my-evaluations-page.tsx'

/** The pages under `/my`. */
export function MyPages() {
  return (
    <Routes>
      <Route path="evaluations" element={<MyEvaluationsPage />} />
      <Route path="evaluations/:evaluationId" element={<MyEvaluationPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  )
}
