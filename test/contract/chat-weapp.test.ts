import { chatContract } from './chat.contract'
import { weappHost } from './chat/sdk-hosts'

chatContract(weappHost, 18402)
