import type { Migration } from './migration'

/** Who asked to have what explained, and how many they are: counters are read far more often than they change. */
export const explainAsks: Migration = {
  name: '0002-explain-asks',
  statements: [
    `alter table shelf_items add column asks integer not null default 0 check (asks >= 0)`,
    `create table explain_asks (
      merchant_id text not null,
      room_id text not null,
      user_id text not null,
      product_id text not null,
      asked_at bigint not null,
      primary key (merchant_id, room_id, user_id, product_id),
      foreign key (merchant_id, room_id, product_id) references shelf_items on delete cascade
    )`,
    `create index explain_asks_by_product on explain_asks (merchant_id, room_id, product_id)`,
  ],
}
