import { Route, Routes } from 'react-router'
import { NoSuchPage } from '../ui/no-such-page.tsx'
import { CalibrationPage } from './calibration-page.tsx'
import { CalibrationsPage } from './calibrations-page.tsx'
import { EvaluationPage } from './evaluation-page.tsx'
import { EvaluationsPage } from './evaluations-page.tsx'
import { FindingsPage } from './findings-page.tsx'
import { NewEvaluationPage } from './new-evaluation-page.tsx'
import { ReportsPage } from './reports-page.tsx'
import { SearchPage } from './search-page.tsx'
import { TrendsPage } from './trends-page.tsx'

/** The pages under `/quality`. */
export function QualityPages() {
  return (
    <Routes>
      <Route index element={<FindingsPage />} />
      <Route path="trends" element={<TrendsPage />} />
      <Route path="search" element={<SearchPage />} />
      <Route path="evaluations" element={<EvaluationsPage />} />
      <Route path="evaluations/new" element={<NewEvaluationPage />} />
      <Route path="evaluations/:evaluationId" element={<EvaluationPage />} />
      <Route path="reports" element={<ReportsPage />} />
      <Route path="calibrations" element={<CalibrationsPage />} />
      <Route path="calibrations/:calibrationId" element={<CalibrationPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  )
}
