/**
 * What stands after the `?` of the address now, with these fields changed. The screen may be behind it: what was chosen a moment ago is in the
 * address already while its screen is being prepared, and a change that starts from the screen would take it back.
 */
export const newestQuery = (changes: Readonly<Record<string, string>> = {}): URLSearchParams => new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), ...changes })
