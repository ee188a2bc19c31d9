import type { Migration } from './migration'

// Keys lead with the distribution column (merchant_id, or user_id for what belongs to a person), so that a cluster
// keeps everything one transaction touches on one node. Times are milliseconds, money is fen.

const people = [
  `create table users (
    user_id text primary key,
    host text not null check (host in ('weapp', 'alipay', 'h5')),
    host_user_id text not null,
    nickname text not null,
    avatar_url text not null,
    created_at bigint not null,
    unique (host, host_user_id)
  )`,
  `create table addresses (
    user_id text not null references users,
    address_id text not null,
    name text not null,
    phone text not null,
    region text not null,
    detail text not null,
    is_default boolean not null,
    created_at bigint not null,
    primary key (user_id, address_id)
  )`,
  `create table idempotency (
    user_id text not null,
    operation text not null,
    key text not null,
    content_hash text not null,
    reply jsonb,
    created_at bigint not null,
    primary key (user_id, operation, key)
  )`,
  `create index idempotency_by_age on idempotency (created_at)`,
]

const shops = [
  `create table merchants (
    merchant_id text primary key,
    name text not null,
    logo_url text not null,
    created_at bigint not null
  )`,
  `create table members (
    merchant_id text not null references merchants,
    user_id text not null,
    role text not null check (role in ('owner', 'host', 'assistant')),
    primary key (merchant_id, user_id)
  )`,
  `create index members_by_user on members (user_id)`,
  `create table pictures (
    merchant_id text not null references merchants,
    picture_id text not null,
    type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
    bytes bytea not null,
    created_at bigint not null,
    primary key (merchant_id, picture_id)
  )`,
  `create table products (
    merchant_id text not null references merchants,
    product_id text not null,
    name text not null,
    picture_url text not null,
    created_at bigint not null,
    primary key (merchant_id, product_id)
  )`,
  `create table skus (
    merchant_id text not null,
    sku_id text not null,
    product_id text not null,
    name text not null,
    price_fen bigint not null check (price_fen >= 0),
    available integer not null check (available >= 0),
    reserved integer not null check (reserved >= 0),
    sold integer not null check (sold >= 0),
    position integer not null,
    primary key (merchant_id, sku_id),
    foreign key (merchant_id, product_id) references products
  )`,
  `create index skus_by_product on skus (merchant_id, product_id, position)`,
]

const rooms = [
  `create table rooms (
    merchant_id text not null references merchants,
    room_id text not null,
    title text not null,
    cover_url text not null,
    status text not null check (status in ('upcoming', 'live', 'ended')),
    picture text not null check (picture in ('on', 'away')),
    stream_sequence text,
    starts_at bigint not null,
    started_at bigint,
    ended_at bigint,
    explaining_product_id text,
    last_seq bigint not null default 0,
    likes bigint not null default 0 check (likes >= 0),
    pulse_sent_at bigint not null default 0,
    pulse_is_stale boolean not null default false,
    created_at bigint not null,
    primary key (merchant_id, room_id)
  )`,
  `create index rooms_by_status on rooms (status, starts_at)`,
  `create index rooms_with_stale_pulse on rooms (pulse_sent_at) where pulse_is_stale`,
  `create table room_events (
    merchant_id text not null,
    room_id text not null,
    seq bigint not null,
    at bigint not null,
    type text not null,
    body jsonb not null,
    claimed_until bigint not null default 0,
    sent_at bigint,
    primary key (merchant_id, room_id, seq),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create index room_events_unsent on room_events (merchant_id, room_id, seq) where sent_at is null`,
  `create table presence (
    merchant_id text not null,
    room_id text not null,
    user_id text not null,
    seen_at bigint not null,
    primary key (merchant_id, room_id, user_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create index presence_by_age on presence (seen_at)`,
  `create table shelf_items (
    merchant_id text not null,
    room_id text not null,
    product_id text not null,
    position integer not null check (position >= 1),
    primary key (merchant_id, room_id, product_id),
    unique (merchant_id, room_id, position),
    foreign key (merchant_id, room_id) references rooms,
    foreign key (merchant_id, product_id) references products
  )`,
  `create index shelf_items_by_product on shelf_items (merchant_id, product_id)`,
]

const trade = [
  `create table orders (
    merchant_id text not null references merchants,
    order_id text not null,
    buyer_id text not null,
    buyer_host text not null check (buyer_host in ('weapp', 'alipay', 'h5')),
    room_id text not null,
    status text not null check (status in ('awaiting-payment', 'paid', 'closed')),
    total_fen bigint not null check (total_fen >= 0),
    deliver_to jsonb not null,
    sharer_id text,
    share_channel text check (share_channel in ('weapp', 'alipay', 'h5')),
    close_reason text check (close_reason in ('buyer', 'timeout')),
    created_at bigint not null,
    expires_at bigint not null,
    paid_at bigint,
    closed_at bigint,
    primary key (merchant_id, order_id)
  )`,
  `create index orders_by_buyer on orders (buyer_id, created_at desc)`,
  `create index orders_by_shop on orders (merchant_id, created_at desc)`,
  `create table order_lines (
    merchant_id text not null,
    order_id text not null,
    line integer not null,
    sku_id text not null,
    product_id text not null,
    product_name text not null,
    sku_name text not null,
    picture_url text not null,
    price_fen bigint not null check (price_fen >= 0),
    quantity integer not null check (quantity >= 1),
    primary key (merchant_id, order_id, line),
    foreign key (merchant_id, order_id) references orders
  )`,
  `create table payments (
    merchant_id text not null,
    payment_id text not null,
    order_id text not null,
    wallet text not null check (wallet in ('wechat-pay', 'alipay')),
    amount_fen bigint not null check (amount_fen >= 0),
    status text not null check (status in ('created', 'paid', 'closed', 'refunding', 'refunded')),
    transaction_id text,
    created_at bigint not null,
    paid_at bigint,
    primary key (merchant_id, payment_id),
    foreign key (merchant_id, order_id) references orders
  )`,
  `create index payments_by_order on payments (merchant_id, order_id, created_at)`,
  `create table jobs (
    merchant_id text not null,
    job_id text not null,
    kind text not null check (kind in ('close-unpaid-order', 'refund-payment')),
    subject text not null,
    due_at bigint not null,
    attempts integer not null default 0,
    done_at bigint,
    primary key (merchant_id, job_id),
    unique (merchant_id, kind, subject)
  )`,
  `create index jobs_due on jobs (due_at) where done_at is null`,
]

export const mainLoop: Migration = {
  name: '0001-main-loop',
  statements: [...people, ...shops, ...rooms, ...trade],
}
