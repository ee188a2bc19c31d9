import { setUpApplication } from '../../test/builders/test-application'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { rooms } from './index'

const test = setUpApplication([rooms])
const aRoom = async () => givenRoom(test(), await givenMerchant(test()))

it('shows previews what is shared, and leads people into the room', async () => {
  const roomId = await aRoom()
  const response = await test().get(`/r/${roomId}?t=a.b%26c`)
  const html = await response.text()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(html).toContain('<meta property="og:title" content="脐橙开园">')
  expect(html).toContain('<meta property="og:description" content="云岭果园 · 正在直播">')
  expect(html).toContain('<meta property="og:image" content="https://shop.test/media/cover.jpg">')
  expect(html).toContain(`content="0;url=/#/packages/live/room/index?id=${roomId}&amp;t=a.b%26c"`)
})

it('writes nobody else’s markup', async () => {
  const roomId = await aRoom()
  await test().db.updateTable('rooms').set({ title: `"><script>alert('梨')&</script>` }).execute()
  const html = await (await test().get(`/r/${roomId}?t="><script>`)).text()
  expect(html).not.toContain('<script')
  expect(html).toContain('&quot;&gt;&lt;script&gt;alert(&#39;梨&#39;)&amp;&lt;/script&gt;')
})

it.each(['/r/r_1', '/r/r_00000000000000000000'])('leads from %s home', async (path) => {
  const response = await test().get(path)
  expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
})
