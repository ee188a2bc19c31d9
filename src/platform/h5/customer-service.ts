import type { CustomerService } from '../ports/customer-service'

export const customerService: CustomerService = { kind: 'none' }
