import { chatContract } from './chat.contract'
import { alipayHost } from './chat/sdk-hosts'

chatContract(alipayHost, 18403)
