/**
 * Character n-grams of a normalised text, n = 1…`longest`, in order of their position, repeats included.
 * Single characters beside pairs matter for short Chinese utterances.
 */
export function nGrams(text: string, longest: number): readonly string[] {
  const grams: string[] = []
  for (let from = 0; from < text.length; from++) {
    for (let size = 1; size <= longest && from + size <= text.length; size++) grams.push(text.slice(from, from + size))
  }
  return grams
}
