import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/_kernel/database/database'

/** Every rule finds what breaks it: a name for the thing, and what is wrong with it. */
const RULES: Readonly<Record<string, string>> = {
  'stock equals its ledger': `
    select s.sku_id as thing, format('has %s/%s/%s, ledger says %s/%s/%s', s.available, s.reserved, s.sold,
        l.available, l.reserved, l.sold) as wrong
    from skus s left join (
      select merchant_id, sku_id,
        sum(quantity * case when move in ('put-in', 'corrected', 'released', 'returned') then 1
          when move = 'reserved' then -1 else 0 end) as available,
        sum(quantity * case move when 'reserved' then 1 when 'released' then -1 when 'sold' then -1 else 0 end) as reserved,
        sum(quantity * case move when 'sold' then 1 when 'returned' then -1 else 0 end) as sold
      from stock_ledger group by 1, 2
    ) l using (merchant_id, sku_id)
    where (s.available, s.reserved, s.sold)
      is distinct from (coalesce(l.available, 0), coalesce(l.reserved, 0), coalesce(l.sold, 0))`,

  'every unit that was put in is somewhere': `
    select s.sku_id as thing, format('%s units, %s were put in', s.available + s.reserved + s.sold, l.units) as wrong
    from skus s left join (
      select merchant_id, sku_id, sum(quantity) as units from stock_ledger
      where move in ('put-in', 'corrected') group by 1, 2
    ) l using (merchant_id, sku_id)
    where s.available + s.reserved + s.sold <> coalesce(l.units, 0)`,

  'reserved units are those of unpaid orders, sold ones those of paid orders': `
    select s.sku_id as thing, format('reserved %s of %s, sold %s of %s', s.reserved, coalesce(o.unpaid, 0), s.sold,
        coalesce(o.paid, 0) - coalesce(r.restocked, 0)) as wrong
    from skus s left join (
      select l.merchant_id, l.sku_id,
        sum(l.quantity) filter (where o.status = 'awaiting-payment') as unpaid,
        sum(l.quantity) filter (where o.status not in ('awaiting-payment', 'closed')) as paid
      from order_lines l join orders o using (merchant_id, order_id) group by 1, 2
    ) o using (merchant_id, sku_id) left join (
      select l.merchant_id, l.sku_id, sum((part->>'restocked')::int) as restocked
      from refunds r cross join jsonb_array_elements(r.lines) part
      join order_lines l on l.merchant_id = r.merchant_id and l.order_id = r.order_id and l.line = (part->>'line')::int
      group by 1, 2
    ) r using (merchant_id, sku_id)
    where s.reserved <> coalesce(o.unpaid, 0) or s.sold <> coalesce(o.paid, 0) - coalesce(r.restocked, 0)`,

  'an order costs what its lines say': `
    select o.order_id as thing, format('%s fen, lines say %s', o.total_fen, l.payable + o.freight_fen) as wrong
    from orders o join (
      select merchant_id, order_id, sum(price_fen * quantity) as goods, sum(discount_fen) as discount,
        sum(payable_fen) as payable
      from order_lines group by 1, 2
    ) l using (merchant_id, order_id)
    where (o.goods_fen, o.discount_fen, o.total_fen)
      is distinct from (l.goods, l.discount, greatest(l.payable + o.freight_fen, 1))`,

  'money that came in pays for an order, or is on its way back': `
    select p.payment_id as thing, format('%s fen for an order that is %s', p.amount_fen, o.status) as wrong
    from payments p join orders o using (merchant_id, order_id)
    where p.status = 'paid' and o.payment_id is distinct from p.payment_id and not exists (
      select 1 from refunds r where r.merchant_id = p.merchant_id and r.payment_id = p.payment_id
        and r.cause in ('late-payment', 'second-payment') and r.amount_fen = p.amount_fen)`,

  'an order is paid by one payment of its amount': `
    select o.order_id as thing, format('%s by %s', o.status, o.payment_id) as wrong
    from orders o left join payments p
      on p.merchant_id = o.merchant_id and p.order_id = o.order_id and p.payment_id = o.payment_id
    where (o.status in ('awaiting-payment', 'closed')) <> (o.payment_id is null)
      or (o.payment_id is not null and (p.status is distinct from 'paid' or p.amount_fen <> o.total_fen))`,

  'no more goes back than was paid': `
    select p.payment_id as thing, format('%s of %s fen', r.amount, p.amount_fen) as wrong
    from payments p join (
      select merchant_id, payment_id, sum(amount_fen) as amount from refunds
      where status not in ('refused', 'withdrawn') group by 1, 2
    ) r using (merchant_id, payment_id)
    where r.amount > p.amount_fen or p.status <> 'paid'`,

  'coupons count their claims': `
    select c.coupon_id as thing, format('claimed %s of %s, spent %s of %s', c.claimed, coalesce(n.claimed, 0), c.spent,
        coalesce(n.spent, 0)) as wrong
    from coupons c left join (
      select merchant_id, coupon_id, count(*) as claimed, count(*) filter (where status = 'spent') as spent
      from coupon_claims group by 1, 2
    ) n using (merchant_id, coupon_id)
    where c.claimed <> coalesce(n.claimed, 0) or c.spent <> coalesce(n.spent, 0)`,

  'a coupon is spent on the order that has it': `
    select c.claim_id as thing, format('%s on %s', c.status, c.order_id) as wrong
    from coupon_claims c left join orders o
      on o.merchant_id = c.merchant_id and o.order_id = c.order_id and o.claim_id = c.claim_id
    where c.status = 'spent' and (o.order_id is null or o.status = 'closed')
    union all
    select o.order_id, format('%s, its coupon is %s', o.status, c.status)
    from orders o left join coupon_claims c
      on c.merchant_id = o.merchant_id and c.claim_id = o.claim_id and c.order_id = o.order_id
    where o.claim_id is not null and o.status not in ('closed', 'refunded') and c.status is distinct from 'spent'`,

  'flash sales count their units': `
    select f.flash_sale_id as thing, format('%s of %s taken', f.taken, coalesce(n.units, 0)) as wrong
    from flash_sales f left join (
      select l.merchant_id, l.flash_sale_id, sum(l.quantity) as units
      from order_lines l join orders o using (merchant_id, order_id)
      where o.status <> 'closed' and l.flash_sale_id is not null group by 1, 2
    ) n using (merchant_id, flash_sale_id)
    where f.taken <> coalesce(n.units, 0)`,

  'limits count what persons had': `
    select coalesce(c.subject, n.subject) || ' ' || coalesce(c.person_id, n.person_id) as thing,
      format('%s of %s', c.had, n.had) as wrong
    from person_counts c full join (
      select merchant_id, coupon_id as subject, person_id, count(*)::int as had from coupon_claims group by 1, 2, 3
      union all
      select l.merchant_id, l.flash_sale_id, o.person_id, sum(l.quantity)::int
      from order_lines l join orders o using (merchant_id, order_id)
      where o.status <> 'closed' and l.flash_sale_id is not null group by 1, 2, 3
    ) n using (merchant_id, subject, person_id)
    where coalesce(c.had, 0) <> coalesce(n.had, 0)`,

  'one intent made one order': `
    select subject as thing, format('%s keys', count(*)) as wrong
    from trade_keys where operation = 'orders/place-order' group by merchant_id, subject having count(*) > 1
    union all
    select k.subject, 'its order is not there' from trade_keys k left join orders o
      on o.merchant_id = k.merchant_id and o.order_id = k.subject
    where k.operation = 'orders/place-order' and o.order_id is null`,

  'whatever waits has a job that ends it': `
    select o.order_id as thing, 'nothing will close it' as wrong from orders o
    where o.status = 'awaiting-payment' and not exists (select 1 from jobs j where j.merchant_id = o.merchant_id
      and j.kind = 'close-unpaid-order' and j.subject = o.order_id and j.done_at is null)
    union all
    select r.refund_id, 'nothing will send it' from refunds r
    where r.status = 'refunding' and not exists (select 1 from jobs j where j.merchant_id = r.merchant_id
      and j.kind = 'send-refund' and j.subject = r.refund_id and j.done_at is null)`,
}

/** Checks every rule that orders, stock, money and coupons keep, over all shops; returns what breaks one. */
export async function auditShop(db: Database): Promise<readonly string[]> {
  const problems: string[] = []
  for (const [rule, statement] of Object.entries(RULES)) {
    const { rows } = await sql.raw<{ thing: string; wrong: string }>(statement).execute(db)
    problems.push(...rows.map(({ thing, wrong }) => `${rule}: ${thing} ${wrong}`))
  }
  return problems
}
