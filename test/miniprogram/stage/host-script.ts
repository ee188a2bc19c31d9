import { build } from 'esbuild'
import { inProject } from '../../../config/paths'

let made: Promise<string> | undefined

/** The browser side of the host as one script. */
export function hostScript(): Promise<string> {
  made ??= build({
    entryPoints: [inProject('test/miniprogram/host/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"' },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return made
}
