import { Route, Routes } from 'react-router'
import { NoSuchPage } from '../ui/no-such-page.tsx'
import { DraftPage } from './draft-page.tsx'
import { DraftsPage } from './drafts-page.tsx'

/** The pages under `/library/drafts`. */
export function AuthoringPages() {
  return (
    <Routes>
      <Route index element={<DraftsPage />} />
      <Route path=":draftId" element={<DraftPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  )
}
