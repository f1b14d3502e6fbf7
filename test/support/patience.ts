/** Longest wait, ms, for what another process, thread or page does. Nothing waits this long but a test that fails. */
export const patienceMs = 180_000
