import { chatContract } from './chat.contract'
import { h5Host } from './chat/sdk-hosts'

chatContract(h5Host, 18401)
