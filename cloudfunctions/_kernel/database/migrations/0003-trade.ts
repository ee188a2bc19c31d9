import type { Migration } from './migration'

const people = [
  `alter table users add column person_id text`,
  `update users set person_id = 'pn_' || substr(user_id, 3)`,
  `alter table users alter column person_id set not null`,
]

const orders = [
  `alter table orders
    drop constraint orders_status_check,
    drop constraint orders_close_reason_check,
    add constraint orders_status_check check (status in
      ('awaiting-payment', 'paid', 'part-shipped', 'shipped', 'received', 'done', 'closed', 'refunded')),
    add constraint orders_close_reason_check check (close_reason in ('buyer', 'merchant', 'timeout')),
    add column person_id text,
    add column goods_fen bigint,
    add column discount_fen bigint not null default 0 check (discount_fen >= 0),
    add column freight_fen bigint not null default 0 check (freight_fen >= 0),
    add column claim_id text,
    add column coupon_title text,
    add column payment_id text,
    add column shipped_at bigint,
    add column received_at bigint,
    add column done_at bigint`,
  `update orders set goods_fen = total_fen, person_id = 'pn_' || substr(buyer_id, 3)`,
  `alter table orders
    alter column goods_fen set not null,
    alter column person_id set not null,
    add constraint orders_price_check check (total_fen = greatest(goods_fen - discount_fen + freight_fen, 1)) not valid`,
  `create index orders_to_ship on orders (merchant_id, created_at desc) where status in ('paid', 'part-shipped')`,
  // An order, its lines and its first attempt to pay are written by one statement. Checking each of their references
  // took a third of what an order costs, on the one path where a crowd waits.
  `alter table orders drop constraint orders_merchant_id_fkey`,
  `alter table order_lines drop constraint order_lines_merchant_id_order_id_fkey`,
  `alter table payments drop constraint payments_merchant_id_order_id_fkey`,
  `alter table order_lines
    add column price_kind text not null default 'regular' check (price_kind in ('regular', 'live', 'flash')),
    add column regular_fen bigint,
    add column discount_fen bigint not null default 0 check (discount_fen >= 0),
    add column payable_fen bigint,
    add column flash_sale_id text`,
  `update order_lines set regular_fen = price_fen, payable_fen = price_fen * quantity`,
  `alter table order_lines
    alter column regular_fen set not null,
    alter column payable_fen set not null,
    add constraint order_lines_price_check check (payable_fen = price_fen * quantity - discount_fen)`,
  // What was asked for once, by whom, under which key; kept in the commit that does the work, on the merchant's shard.
  `create table trade_keys (
    merchant_id text not null,
    user_id text not null,
    operation text not null,
    key text not null,
    content_hash text not null,
    subject text not null,
    created_at bigint not null,
    primary key (merchant_id, user_id, operation, key)
  )`,
  `create index trade_keys_by_age on trade_keys (created_at)`,
]

const money = [
  `create table refunds (
    merchant_id text not null,
    refund_id text not null,
    order_id text not null,
    payment_id text not null,
    wallet text not null check (wallet in ('wechat-pay', 'alipay')),
    cause text not null check (cause in ('buyer', 'merchant', 'late-payment', 'second-payment')),
    status text not null check (status in ('requested', 'refused', 'withdrawn', 'refunding', 'failed', 'refunded')),
    lines jsonb not null,
    freight_fen bigint not null check (freight_fen >= 0),
    amount_fen bigint not null check (amount_fen >= 1),
    reason text,
    note text not null,
    picture_ids jsonb not null,
    answer text not null,
    failure text,
    created_at bigint not null,
    answered_at bigint,
    done_at bigint,
    primary key (merchant_id, refund_id),
    foreign key (merchant_id, order_id) references orders
  )`,
  `create index refunds_by_order on refunds (merchant_id, order_id, created_at)`,
  `create index refunds_waiting on refunds (merchant_id, created_at) where status in ('requested', 'failed')`,
  `create index refunds_by_day on refunds (merchant_id, done_at) where done_at is not null`,
  `insert into refunds
    select p.merchant_id, 'rf_' || substr(p.payment_id, 5), p.order_id, p.payment_id, p.wallet, 'late-payment',
      p.status, '[]', 0, p.amount_fen, null, '', '[]', '', null, p.created_at, p.paid_at,
      case when p.status = 'refunded' then p.paid_at end
    from payments p where p.status in ('refunding', 'refunded')`,
  `update jobs set kind = 'send-refund', subject = 'rf_' || substr(subject, 5) where kind = 'refund-payment'`,
  `alter table jobs drop constraint jobs_kind_check`,
  `alter table payments drop constraint payments_status_check`,
  `update payments set status = 'paid' where status in ('refunding', 'refunded')`,
  `alter table payments add constraint payments_status_check check (status in ('created', 'paid', 'closed'))`,
  `update orders set payment_id = p.payment_id from payments p
    where p.merchant_id = orders.merchant_id and p.order_id = orders.order_id and p.status = 'paid'
      and orders.status = 'paid'
      and not exists (select 1 from refunds r where r.merchant_id = p.merchant_id and r.payment_id = p.payment_id)`,
  `create index payments_by_day on payments (merchant_id, paid_at) where paid_at is not null`,
  // A wallet's own number is never taken for two payments.
  `create unique index payments_by_transaction on payments (merchant_id, wallet, transaction_id)`,
  `create table bill_days (
    merchant_id text not null,
    day text not null,
    wallet text not null check (wallet in ('wechat-pay', 'alipay')),
    status text not null check (status in ('waiting', 'agrees', 'differs')),
    payments_fen bigint not null,
    refunds_fen bigint not null,
    checked_at bigint,
    primary key (merchant_id, day, wallet)
  )`,
  `create table bill_differences (
    merchant_id text not null,
    difference_id text not null,
    day text not null,
    wallet text not null check (wallet in ('wechat-pay', 'alipay')),
    kind text not null,
    number text not null,
    order_id text,
    here_fen bigint,
    there_fen bigint,
    status text not null check (status in ('open', 'repaired', 'noted')),
    note text not null,
    found_at bigint not null,
    primary key (merchant_id, difference_id)
  )`,
]

const stock = [
  `create table stock_ledger (
    merchant_id text not null,
    entry_id text not null,
    sku_id text not null,
    move text not null check (move in ('put-in', 'corrected', 'reserved', 'released', 'sold', 'returned')),
    quantity integer not null check (quantity <> 0),
    order_id text,
    actor_id text,
    reason text not null,
    at bigint not null,
    primary key (merchant_id, sku_id, entry_id)
  )`,
  `create index stock_ledger_by_time on stock_ledger (merchant_id, sku_id, at desc)`,
  // What is there already was put in; what orders hold and have bought was taken from it.
  `insert into stock_ledger
    select merchant_id, 'start-in', sku_id, 'put-in', available + reserved + sold, null, null, '', 0
    from skus where available + reserved + sold > 0`,
  `insert into stock_ledger
    select merchant_id, 'start-reserved', sku_id, 'reserved', reserved + sold, null, null, '', 0
    from skus where reserved + sold > 0`,
  `insert into stock_ledger
    select merchant_id, 'start-sold', sku_id, 'sold', sold, null, null, '', 0 from skus where sold > 0`,
  // When the rooms were last told how many are left, and whether they do not know the newest.
  `alter table skus
    add column announced_at bigint not null default 0,
    add column is_unannounced boolean not null default false`,
  `create index skus_unannounced on skus (announced_at) where is_unannounced`,
]

const offers = [
  `create table live_prices (
    merchant_id text not null,
    room_id text not null,
    sku_id text not null,
    price_fen bigint not null check (price_fen >= 1),
    primary key (merchant_id, room_id, sku_id),
    foreign key (merchant_id, room_id) references rooms,
    foreign key (merchant_id, sku_id) references skus
  )`,
  `create table flash_sales (
    merchant_id text not null,
    flash_sale_id text not null,
    sku_id text not null,
    price_fen bigint not null check (price_fen >= 1),
    starts_at bigint not null,
    ends_at bigint not null check (ends_at >= starts_at),
    quantity integer not null check (quantity >= 1),
    taken integer not null check (taken between 0 and quantity),
    per_person integer not null check (per_person >= 1),
    created_at bigint not null,
    primary key (merchant_id, flash_sale_id),
    foreign key (merchant_id, sku_id) references skus
  )`,
  `create index flash_sales_by_sku on flash_sales (merchant_id, sku_id, ends_at)`,
  `create table freight_templates (
    merchant_id text primary key references merchants,
    template jsonb not null
  )`,
  `create table coupons (
    merchant_id text not null references merchants,
    coupon_id text not null,
    title text not null,
    value jsonb not null,
    threshold_fen bigint not null check (threshold_fen >= 0),
    products jsonb,
    claim_from bigint not null,
    claim_until bigint not null,
    expires_at bigint not null,
    total integer not null check (total >= 1),
    per_person integer not null check (per_person >= 1),
    claimed integer not null check (claimed between 0 and total),
    spent integer not null check (spent between 0 and claimed),
    ended_at bigint,
    created_at bigint not null,
    primary key (merchant_id, coupon_id)
  )`,
  `create table coupon_claims (
    merchant_id text not null,
    claim_id text not null,
    coupon_id text not null,
    user_id text not null,
    person_id text not null,
    status text not null check (status in ('held', 'spent')),
    order_id text check ((order_id is not null) = (status = 'spent')),
    claimed_at bigint not null,
    primary key (merchant_id, claim_id),
    foreign key (merchant_id, coupon_id) references coupons
  )`,
  `create index coupon_claims_by_user on coupon_claims (user_id, claimed_at desc)`,
  // How many of a flash sale or a coupon one person had: what limits are counted with.
  `create table person_counts (
    merchant_id text not null,
    subject text not null,
    person_id text not null,
    had integer not null check (had >= 0),
    primary key (merchant_id, subject, person_id)
  )`,
]

const parcels = [
  `create table parcels (
    merchant_id text not null,
    parcel_id text not null,
    order_id text not null,
    carrier_code text not null,
    tracking_number text not null,
    lines jsonb not null,
    shipped_at bigint not null,
    is_corrected boolean not null,
    reported_at bigint,
    primary key (merchant_id, parcel_id),
    unique (merchant_id, order_id, tracking_number),
    foreign key (merchant_id, order_id) references orders
  )`,
  `create index parcels_by_number on parcels (merchant_id, tracking_number)`,
]

/** Prices that are explained, coupons, flash sales, freight, refunds, parcels, and the ledgers they are audited with. */
export const trade: Migration = {
  name: '0003-trade',
  statements: [...people, ...orders, ...money, ...stock, ...offers, ...parcels],
}
