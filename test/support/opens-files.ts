import { openFile } from '../../server/store/sqlite-file.ts'

// A process that opens the SQLite files it is told to, and answers with what went wrong, or with the migration that each is at.
process.on('message', (file: string) => {
  try {
    const sqlite = openFile(file)
    const migration = Number(sqlite.pragma('user_version', { simple: true }))
    sqlite.close()
    process.send?.(migration)
  } catch (error) {
    process.send?.(String(error))
  }
})
