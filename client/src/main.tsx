import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { listenForKeys } from './ui/keys.ts'
import { signStyleSheets } from './ui/style-nonce.ts'
import './ui/theme.css'

signStyleSheets(document)
listenForKeys(document)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
