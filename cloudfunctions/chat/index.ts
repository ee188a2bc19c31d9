import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import type { Route } from '../_kernel/route'
import { askQuestion } from './ask-question'
import { ban } from './ban'
import { credentials } from './credentials'
import { deleteMessage } from './delete-message'
import { exportChat, exportLog } from './exports'
import { forgetOldTalk } from './forget-old-talk'
import { handleImWebhook } from './im-webhook'
import { listRestricted } from './list-restricted'
import { mute } from './mute'
import { pinMessage } from './pin-message'
import { answerQuestion, listAnswers, listQuestions } from './questions'
import { report } from './report'
import { listReports, settleReport } from './reports'
import { setNotice } from './set-notice'
import { setSlowMode } from './set-slow-mode'
import { getWords, setWords } from './shop-words'
import { unban } from './unban'
import { liftDueMutes, unmute } from './unmute'

/** The token in the address is how the vendor, which signs nothing, is told from others. */
const imWebhook: Route = {
  method: 'POST',
  path: '/notify/im/:token',
  async handle(context, { body, params, query }) {
    const webhook = { query: { ...query, token: params.token ?? '' }, body: parseJson(body) }
    const reply = await handleImWebhook(context, webhook)
    return { status: reply.status, type: 'application/json', body: JSON.stringify(reply.body) }
  },
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const chat = cloudFunction(
  contracts.chat,
  {
    credentials,
    report,
    'ask-question': askQuestion,
    'list-answers': listAnswers,
    mute,
    unmute,
    ban,
    unban,
    'list-restricted': listRestricted,
    'delete-message': deleteMessage,
    'pin-message': pinMessage,
    'set-notice': setNotice,
    'set-slow-mode': setSlowMode,
    'get-words': getWords,
    'set-words': setWords,
    'list-questions': listQuestions,
    'answer-question': answerQuestion,
    'list-reports': listReports,
    'settle-report': settleReport,
    'export-chat': exportChat,
    'export-log': exportLog,
  },
  { routes: [imWebhook], duties: [liftDueMutes, forgetOldTalk] },
)
