import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { listenForKeys } from './ui/keys.ts'
import './ui/theme.css'

listenForKeys(document)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
