import type { Migration } from './migration'

const talk = [
  `alter table rooms
    add column notice text,
    add column pinned jsonb,
    add column slow_mode_seconds integer not null default 0 check (slow_mode_seconds >= 0)`,
  // What was said is kept three years, whether it was shown or not.
  `create table chat_messages (
    merchant_id text not null,
    room_id text not null,
    message_id text not null,
    user_id text not null,
    name text not null,
    text text not null,
    refusal text,
    said_at bigint not null,
    vendor_seq bigint,
    deleted_at bigint,
    primary key (merchant_id, room_id, message_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create index chat_messages_by_room on chat_messages (merchant_id, room_id, said_at)`,
  `create index chat_messages_deleted on chat_messages (merchant_id, room_id, deleted_at desc)
    where deleted_at is not null`,
  `create index chat_messages_by_person on chat_messages (merchant_id, room_id, user_id, said_at desc)`,
  `create index chat_messages_by_age on chat_messages (said_at)`,
  `create table room_mutes (
    merchant_id text not null,
    room_id text not null,
    user_id text not null,
    until bigint,
    muted_at bigint not null,
    primary key (merchant_id, room_id, user_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create index room_mutes_due on room_mutes (until) where until is not null`,
  `create table room_bans (
    merchant_id text not null,
    room_id text not null,
    user_id text not null,
    banned_at bigint not null,
    primary key (merchant_id, room_id, user_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create table questions (
    merchant_id text not null,
    question_id text not null,
    room_id text not null,
    product_id text,
    user_id text not null,
    name text not null,
    question text not null,
    answer text,
    asked_at bigint not null,
    answered_at bigint,
    primary key (merchant_id, question_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create index questions_by_room on questions (merchant_id, room_id, asked_at)`,
  `create index questions_by_product on questions (merchant_id, product_id, answered_at desc)
    where answered_at is not null`,
  `create table reports (
    merchant_id text not null,
    report_id text not null,
    room_id text not null,
    reporter_id text not null,
    accused_id text,
    message_id text,
    reason text not null,
    note text not null,
    reported_at bigint not null,
    settled_at bigint,
    primary key (merchant_id, report_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create index reports_by_shop on reports (merchant_id, reported_at desc)`,
  // The shop's own words that nobody says in its rooms.
  `create table chat_words (
    merchant_id text not null references merchants,
    words jsonb not null,
    primary key (merchant_id)
  )`,
  `create index reports_open on reports (merchant_id, reported_at) where settled_at is null`,
]

const offers = [
  `alter table rooms add column explaining jsonb not null default '[]'`,
  `update rooms set explaining = jsonb_build_array(explaining_product_id) where explaining_product_id is not null`,
  `alter table rooms drop column explaining_product_id`,
  `alter table shelf_items add column is_price_hidden boolean not null default false`,
  `create table room_coupons (
    merchant_id text not null,
    room_id text not null,
    coupon_id text not null,
    handed_out_at bigint not null,
    until bigint,
    primary key (merchant_id, room_id, coupon_id),
    foreign key (merchant_id, room_id) references rooms,
    foreign key (merchant_id, coupon_id) references coupons
  )`,
  `create table draws (
    merchant_id text not null,
    draw_id text not null,
    room_id text not null,
    prize text not null,
    winners integer not null check (winners >= 1),
    secret text not null,
    commitment text not null,
    opened_at bigint not null,
    closes_at bigint not null,
    status text not null check (status in ('open', 'drawn', 'cancelled')),
    result jsonb check ((result is not null) = (status = 'drawn')),
    primary key (merchant_id, draw_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create unique index draws_open on draws (merchant_id, room_id) where status = 'open'`,
  `create index draws_by_room on draws (merchant_id, room_id, opened_at desc)`,
  `create table draw_entries (
    merchant_id text not null,
    draw_id text not null,
    person_id text not null,
    user_id text not null,
    entered_at bigint not null,
    deliver_to jsonb,
    primary key (merchant_id, draw_id, person_id),
    foreign key (merchant_id, draw_id) references draws
  )`,
]

const people = [
  `alter table merchants
    add column fans bigint not null default 0 check (fans >= 0),
    add column contact text not null default ''`,
  // Where the code is that each host drew for its own camera, or when to ask again.
  `alter table rooms add column codes jsonb not null default '{}'`,
  `create table follows (
    merchant_id text not null references merchants,
    user_id text not null,
    followed_at bigint not null,
    primary key (merchant_id, user_id)
  )`,
  `create index follows_by_user on follows (user_id, followed_at desc)`,
  // Who wants to be told when a show begins; permissions is how many messages the host lets us send for it.
  `create table reservations (
    merchant_id text not null,
    room_id text not null,
    user_id text not null,
    host text not null check (host in ('weapp', 'alipay', 'h5')),
    permissions integer not null check (permissions >= 0),
    reserved_at bigint not null,
    told_at bigint,
    primary key (merchant_id, room_id, user_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  `create index reservations_by_user on reservations (user_id)`,
  `create index reservations_to_tell on reservations (merchant_id, room_id, reserved_at)
    where told_at is null and permissions > 0`,
]

const watching = [
  // What is recorded of a show: parts without a gap, each with the server time of its first picture.
  `alter table rooms add column recording jsonb`,
  `create index room_events_explaining on room_events (merchant_id, room_id, seq)
    where type in ('explain-started', 'explain-stopped', 'product-unshelved', 'room-ended')`,
  // Presence is who is there now; this is who was there while the show was on.
  `create table room_visits (
    merchant_id text not null,
    room_id text not null,
    user_id text not null,
    came_at bigint not null,
    primary key (merchant_id, room_id, user_id),
    foreign key (merchant_id, room_id) references rooms
  )`,
  // One row for a stay of one person, however often they tell.
  `create table watch_reports (
    merchant_id text not null,
    room_id text not null,
    user_id text not null,
    stay text not null,
    number integer not null,
    host text not null check (host in ('weapp', 'alipay', 'h5')),
    engine text not null,
    report jsonb not null,
    reported_at bigint not null,
    primary key (merchant_id, room_id, user_id, stay),
    foreign key (merchant_id, room_id) references rooms
  )`,
]

// What pulses count of the last seconds, of a shop with millions of orders and visits.
const counting = [
  `create index orders_paid_in_room on orders (merchant_id, room_id, paid_at) where paid_at is not null`,
  `create index room_visits_by_time on room_visits (merchant_id, room_id, came_at)`,
]

/** The live room whole: talk and who keeps it in order, offers and draws, followers, recordings, quality of watching. */
export const liveRoom: Migration = {
  name: '0004-live-room',
  statements: [...talk, ...offers, ...people, ...watching, ...counting],
}
