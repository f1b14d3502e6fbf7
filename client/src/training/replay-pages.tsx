import { Navigate, Route, Routes } from 'react-router'
import { NoSuchPage } from '../ui/no-such-page.tsx'
import { ComparePage } from './compare-page.tsx'
import { CoursesPage } from './courses-page.tsx'
import { ImportPage } from './import-page.tsx'
import { DebriefPage } from './debrief-page.tsx'
import { DrillChoicePage } from './drill-choice-page.tsx'
import { DrillPage } from './drill-page.tsx'
import { PlaylistPage } from './playlist-page.tsx'
import { PlaylistsPage } from './playlists-page.tsx'
import { ProgressPage } from './progress-page.tsx'
import { ReplayListPage } from './replay-list-page.tsx'
import { ReplayPage } from './replay-page.tsx'
import { TraineePage } from './trainee-page.tsx'

/** The pages of replays, drills, courses and progress under `/training`. */
export function ReplayPages() {
  return (
    <Routes>
      <Route index element={<Navigate to="replay" replace />} />
      <Route path="drills" element={<DrillChoicePage />} />
      <Route path="drills/:drillId" element={<DrillPage />} />
      <Route path="drills/:drillId/debrief" element={<DebriefPage />} />
      <Route path="courses" element={<CoursesPage />} />
      <Route path="my-progress" element={<TraineePage />} />
      <Route path="progress" element={<ProgressPage />} />
      <Route path="progress/:personId" element={<TraineePage />} />
      <Route path="replay" element={<ReplayListPage />} />
      <Route path="replay/:callId" element={<ReplayPage />} />
      <Route path="replay/:callId/compare" element={<ComparePage />} />
      <Route path="playlists" element={<PlaylistsPage />} />
      <Route path="playlists/:playlistId" element={<PlaylistPage />} />
      <Route path="import" element={<ImportPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  )
}
