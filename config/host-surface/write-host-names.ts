import { writeFileSync } from 'node:fs'
import { inProject } from '../paths'
import { readHostNames } from './read-host-names'

// Run by hand after an upgrade of the typings: npx tsx config/host-surface/write-host-names.ts
writeFileSync(
  inProject('config/host-surface/host-names.json'),
  `${JSON.stringify(readHostNames(), null, 2)}\n`,
)
