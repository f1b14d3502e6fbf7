import { Route, Routes } from 'react-router'
import { DraftPage } from './draft-page.tsx'
import { DraftsPage } from './drafts-page.tsx'

/** The pages under `/library/drafts`. */
export function AuthoringPages() {
  return (
    <Routes>
      <Route index element={<DraftsPage />} />
      <Route path=":draftId" element={<DraftPage />} />
    </Routes>
  )
}
