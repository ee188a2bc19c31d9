import { Text, View } from '@tarojs/components'
import { useCallback } from 'react'
import type { Output } from '@/contracts'
import type { Report } from '@/contracts/merchant/chat'
import type { MerchantId } from '@/domain/ids'
import { merchantBackend } from '@/services/backend'
import { asList, useServerTruth } from '@/services/server-truth'
import { Button, cx, ListFace, Sheet, Tag } from '@/ui'
import { deskSkeleton } from './desk-skeleton'
import styles from './moderation.module.scss'
import { type Measures, useMeasures } from './use-measures'
import { useModerationWords } from './words'

export interface ReportsDeskProps {
  readonly merchantId: MerchantId
  readonly onChanged: () => void
  readonly onClose: () => void
}

const never = (): null => null

/** What viewers have reported to the shop, in any of its rooms. */
export function ReportsDesk({ merchantId, onChanged, onClose }: ReportsDeskProps) {
  const words = useModerationWords()
  const load = useCallback(() => merchantBackend.call('chat', 'list-reports', { merchantId }), [merchantId])
  const { truth, refresh } = useServerTruth<Output<'chat', 'list-reports'>>(load, never)
  const measures = useMeasures(() => {
    void refresh()
    onChanged()
  })
  return (
    <Sheet open title={words.reports} height="tall" onClose={onClose}>
      <View className={cx(styles.body)}>
        <ListFace
          state={asList(truth, ({ reports }) => reports.length === 0)}
          skeleton={deskSkeleton}
          empty={{ icon: 'check', title: words.reportsEmpty, hint: words.reportsEmptyHint }}
          onRetry={() => void refresh()}
        >
          {({ reports }) => (
            <>
              {reports.map((report) => (
                <Reported key={report.id} report={report} measures={measures} />
              ))}
            </>
          )}
        </ListFace>
      </View>
    </Sheet>
  )
}

interface ReportedProps {
  readonly report: Report
  readonly measures: Measures
}

function Reported({ report, measures }: ReportedProps) {
  const words = useModerationWords()
  const { accused, message, note } = report
  return (
    <View className={cx(styles.card)}>
      <View className={cx(styles.row)}>
        <Tag tone={report.settledAt === null ? 'brand' : 'muted'}>{words.reasons[report.reason]}</Tag>
        <Text className={cx(styles.soft)}>{report.roomTitle}</Text>
      </View>
      <Text className={cx(styles.text)} selectable>
        {message === null ? words.aboutShow : `${accused?.name ?? ''}：${message.text || words.noText}`}
      </Text>
      {note !== '' && <Text className={cx(styles.soft)}>{note}</Text>}
      <Text className={cx(styles.soft)}>{words.reportedBy(report.reporterName)}</Text>
      {report.settledAt === null && <ReportActs report={report} measures={measures} />}
    </View>
  )
}

function ReportActs({ report, measures: { busyWith, take } }: ReportedProps) {
  const words = useModerationWords()
  const { id, roomId, accused, message } = report
  return (
    <View className={cx(styles.acts)}>
      {message !== null && !message.isDeleted && message.text !== '' && (
        <Button
          kind="secondary"
          size="s"
          disabled={busyWith !== null}
          onTap={() => void take('delete-message', { roomId, messageId: message.id }, words.deleted)}
        >
          {words.delete}
        </Button>
      )}
      {accused !== null && (
        <Button
          kind="secondary"
          size="s"
          disabled={busyWith !== null}
          onTap={() =>
            void take('mute', { roomId, userId: accused.userId, minutes: null }, words.mutedForGood)
          }
        >
          {words.muteForGood}
        </Button>
      )}
      <Button
        size="s"
        disabled={busyWith !== null}
        onTap={() => void take('settle-report', { reportId: id }, words.settled)}
      >
        {words.settle}
      </Button>
    </View>
  )
}
