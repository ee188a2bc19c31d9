import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { firstStock } from '../../cloudfunctions/_kernel/live/first-stock'
import { composeId } from '@/domain/ids'
import { HOUR } from '@/domain/time'
import { catalogue, type Shop } from './catalogue'
import { merchantIdOf, pictureIdOf, productIdOf, roomIdOf, skuIdOf, userIdOf } from './seed-ids'
import { insertOffers, reopenFlashSales } from './seed-offers'
import { insertShow } from './seed-shows'
import type { Seeding } from './seeding'

/** Fills an empty database with three shops and the people of the sandbox; a database that has shops keeps them. */
export async function seed(seeding: Seeding): Promise<void> {
  const known = await seeding.db.selectFrom('merchants').select('merchant_id').limit(1).execute()
  if (known.length > 0) {
    await postponeMissedShows(seeding)
    return reopenFlashSales(seeding)
  }
  await seeding.db.transaction().execute(async (db) => {
    const inside = { ...seeding, db }
    await insertPeople(inside)
    for (const shop of catalogue) {
      await insertShop(inside, shop)
      await insertProducts(inside, shop)
      await insertRooms(inside, shop)
      await insertOffers(inside, shop)
    }
  })
}

async function insertPeople({ db, clock, personas }: Seeding): Promise<void> {
  for (const persona of personas) {
    const user_id = userIdOf(persona.key)
    await db
      .insertInto('users')
      .values({
        user_id,
        host: persona.host,
        host_user_id: persona.hostUserId,
        nickname: persona.nickname,
        avatar_url: persona.avatarUrl,
        created_at: clock.now(),
        person_id: composeId('person', user_id.slice(2)),
      })
      .execute()
    await db
      .insertInto('addresses')
      .values({
        user_id,
        address_id: composeId('address', user_id.slice(2)),
        name: persona.nickname,
        phone: '13800138000',
        region: '浙江省 杭州市 西湖区',
        detail: '文三路 478 号 2 幢 301 室',
        is_default: true,
        created_at: clock.now(),
      })
      .execute()
  }
}

const mediaFile = (shop: Shop, name: string): string => path.join(__dirname, 'media', shop.folder, name)

async function insertShop({ db, clock, personas }: Seeding, shop: Shop): Promise<void> {
  const merchant_id = merchantIdOf(shop)
  const created_at = clock.now()
  await db
    .insertInto('merchants')
    .values({ merchant_id, name: shop.name, logo_url: `/seed/${shop.folder}/logo.jpg`, created_at })
    .execute()
  await db
    .insertInto('members')
    .values({ merchant_id, user_id: userIdOf(shop.host), role: 'owner' })
    .execute()
  for (const { key, role } of personas.filter((persona) => persona.shop === shop.folder))
    if (role === 'assistant')
      await db
        .insertInto('members')
        .values({ merchant_id, user_id: userIdOf(key), role })
        .execute()
}

async function insertProducts({ db, clock }: Seeding, shop: Shop): Promise<void> {
  const merchant_id = merchantIdOf(shop)
  const created_at = clock.now()
  for (const [index, product] of shop.products.entries()) {
    const picture_id = pictureIdOf(shop, index)
    const product_id = productIdOf(shop, index)
    const bytes = await readFile(mediaFile(shop, product.picture))
    await db
      .insertInto('pictures')
      .values({ merchant_id, picture_id, type: 'image/jpeg', bytes, created_at })
      .execute()
    await db
      .insertInto('products')
      .values({
        merchant_id,
        product_id,
        name: product.name,
        picture_url: `/media/${picture_id}`,
        created_at,
      })
      .execute()
    const skus = product.skus.map(([name, price_fen, available], position) => ({
      merchant_id,
      sku_id: skuIdOf(shop, index, position),
      product_id,
      name,
      price_fen,
      available,
      reserved: 0,
      sold: 0,
      position,
    }))
    await db.insertInto('skus').values(skus).execute()
    const putIn = { ids: { makeEntryId: () => 'start-in' }, now: created_at, actorId: null }
    await db.insertInto('stock_ledger').values(firstStock(skus, putIn)).execute()
  }
}

async function insertRooms({ db, clock, personas }: Seeding, shop: Shop): Promise<void> {
  const merchant_id = merchantIdOf(shop)
  const now = clock.now()
  for (const room of shop.rooms) {
    const room_id = roomIdOf(shop, room.key)
    const starts_at = Math.round(now + room.inHours * HOUR)
    await db
      .insertInto('rooms')
      .values({
        merchant_id,
        room_id,
        title: room.title,
        cover_url: `/seed/${shop.folder}/cover.jpg`,
        status: room.status,
        // the stream server plays a loop for every room that has not ended
        picture: room.status === 'ended' ? 'away' : 'on',
        starts_at,
        started_at: room.status === 'upcoming' ? null : starts_at,
        ended_at: room.status === 'ended' ? starts_at + 2 * HOUR : null,
        last_seq: 0,
        created_at: now,
      })
      .execute()
    await db
      .insertInto('shelf_items')
      .values(
        room.shelf.map((product, place) => ({
          merchant_id,
          room_id,
          product_id: productIdOf(shop, product),
          position: place + 1,
        })),
      )
      .execute()
    await insertShow({ db, clock, personas }, shop, { room, startsAt: starts_at })
  }
}

/** A seeded show whose time passed while the product was off begins later instead: nobody was there to host it. */
async function postponeMissedShows({ db, clock }: Seeding): Promise<void> {
  for (const shop of catalogue) {
    for (const room of shop.rooms.filter(({ status }) => status === 'upcoming')) {
      await db
        .updateTable('rooms')
        .set({ starts_at: clock.now() + room.inHours * HOUR })
        .where('merchant_id', '=', merchantIdOf(shop))
        .where('room_id', '=', roomIdOf(shop, room.key))
        .where('status', '=', 'upcoming')
        .where('starts_at', '<', clock.now())
        .execute()
    }
  }
}
