import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { SECURE_HEADERS } from './secure-headers'

it('are the ones that hono sets', async () => {
  const app = new Hono()
  app.use(secureHeaders({ crossOriginResourcePolicy: 'cross-origin' }))
  app.get('/', () => new Response())
  const { headers } = await app.request('/')
  expect(Object.fromEntries(headers)).toEqual(
    Object.fromEntries(Object.entries(SECURE_HEADERS).map(([name, value]) => [name.toLowerCase(), value])),
  )
})
