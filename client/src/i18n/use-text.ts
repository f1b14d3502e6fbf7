import { useCallback } from 'react'
import type { Label } from '../../../server/protocol.ts'
import { usePreferences } from '../state/preferences.ts'

type Text = Label | ((...given: never[]) => Label) | { readonly [key: string]: Text }

/** Declares texts of the interface, each in both languages; a text missing in one does not compile. */
export const words = <const T extends Readonly<Record<string, Text>>>(texts: T): T => texts

/** Reads a label in the chosen language: interface texts and labels from the server alike. */
export function useText(): (label: Label) => string {
  const { language } = usePreferences()
  return useCallback((label: Label) => label[language], [language])
}
