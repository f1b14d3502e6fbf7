import { Route, Routes } from 'react-router'
import { MyEvaluationPage } from './my-evaluation-page.tsx'
import { MyEvaluationsPage } from './my-evaluations-page.tsx'

/** The pages under `/my`. */
export function MyPages() {
  return (
    <Routes>
      <Route path="evaluations" element={<MyEvaluationsPage />} />
      <Route path="evaluations/:evaluationId" element={<MyEvaluationPage />} />
    </Routes>
  )
}
