import { Route, Routes } from 'react-router'
import { FindingsPage } from './findings-page.tsx'
import { SearchPage } from './search-page.tsx'
import { TrendsPage } from './trends-page.tsx'

/** The pages under `/quality`. */
export function QualityPages() {
  return (
    <Routes>
      <Route index element={<FindingsPage />} />
      <Route path="trends" element={<TrendsPage />} />
      <Route path="search" element={<SearchPage />} />
    </Routes>
  )
}
