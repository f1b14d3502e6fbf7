import { type FlowBook, flowBook, programFlows } from '../../flows/flow-book.ts'
import type { Library } from './library.ts'

const books = new WeakMap<Library, FlowBook>()

/** The flows of a library, made once. */
export function flowsOf(library: Library): FlowBook {
  const known = books.get(library)
  if (known) return known
  const book = library.ownFlows.length === 0 ? programFlows : flowBook(library.ownFlows)
  books.set(library, book)
  return book
}
