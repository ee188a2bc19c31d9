import type { Migration } from './migration'

/**
 * Since when a phone says who a person is; the number itself is kept nowhere. Who verified before this column is
 * asked once more, and stays the same person.
 */
export const verifiedPhones: Migration = {
  name: '0005-verified-phones',
  statements: [`alter table users add column phone_verified_at bigint`],
}
