import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import path from 'node:path'
import { inProject } from '../config/paths'

const fromHere = (...parts: string[]): string => path.relative(process.cwd(), inProject(...parts))

/** The H5 client and the seed's pictures. Files named after their content are kept by browsers for good. */
export function createStaticFiles(): Hono {
  const app = new Hono()
  app.use(compress())
  app.use('/seed/*', async (c, next) => {
    await next()
    c.header('cache-control', 'public, max-age=3600')
  })
  app.use(
    '/seed/*',
    serveStatic({
      root: fromHere('local/seed/media'),
      rewriteRequestPath: (url) => url.replace('/seed/', '/'),
    }),
  )
  app.use('*', async (c, next) => {
    await next()
    const isNamedByContent = /\.[0-9a-f]{8,}\.\w+$/.test(c.req.path)
    c.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
  })
  app.use('*', serveStatic({ root: fromHere('dist/h5') }))
  return app
}
