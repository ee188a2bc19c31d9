import { Text, View } from '@tarojs/components'
import { filePicker } from '@/platform'
import type { UploadProblem } from '@/services/pictures'
import { Button, cx, errorWords, Icon, Picture, Tappable } from '@/ui'
import { MOST_PICTURES, type RefundPicture } from './refund-draft'
import styles from './refund-request.module.scss'
import type { RefundPictures } from './use-refund-pictures'
import { useRefundWords } from './words'

interface PicturesFieldProps {
  readonly shown: readonly RefundPicture[]
  readonly pictures: RefundPictures
}

/** Up to six pictures, and room for the next one. */
export function PicturesField({ shown, pictures }: PicturesFieldProps) {
  const words = useRefundWords()
  const { progress, problem } = pictures
  const list = { role: 'group', 'aria-label': words.pictures }
  return (
    <View>
      <Text className={cx(styles.label)}>{words.picturesUpTo(shown.length, MOST_PICTURES)}</Text>
      <View className={cx(styles.thumbs)} {...list}>
        {shown.map(({ pictureId, pictureUrl }, index) => (
          <View key={pictureId} className={cx(styles.thumb)}>
            <Picture src={pictureUrl} alt={words.picture(index + 1)} shape="fill" />
            <Tappable
              className={styles.remove}
              label={words.removePicture(index + 1)}
              onTap={() => pictures.remove(pictureId)}
            >
              <View className={cx(styles.removeMark)}>
                <Icon name="close" size="s" />
              </View>
            </Tappable>
          </View>
        ))}
        {shown.length < MOST_PICTURES && (
          <Tappable
            className={cx(styles.thumb, styles.add)}
            label={words.addPicture}
            isDisabled={progress !== null}
            onTap={() => void pictures.add()}
          >
            <Icon name="plus" />
            <Text className={cx(styles.addWords)}>
              {progress === null ? words.addShort : words.uploading(progress.done + 1, progress.all)}
            </Text>
          </Tappable>
        )}
      </View>
      {problem !== null && <ProblemWords problem={problem} onSettingsSeen={pictures.forgetProblem} />}
    </View>
  )
}

interface ProblemWordsProps {
  readonly problem: UploadProblem
  readonly onSettingsSeen: () => void
}

const alert = { role: 'alert' }

/** Why a picture is not there, and the way to where it can be allowed. */
function ProblemWords({ problem, onSettingsSeen }: ProblemWordsProps) {
  const words = useRefundWords()
  const text =
    problem.kind === 'pick'
      ? words.pickFailures[problem.failure]
      : `${words.uploadFailed(problem.names.length)}，${errorWords(problem.error.code).hint}`
  const canAllow = problem.kind === 'pick' && problem.failure === 'denied'
  return (
    <View className={cx(styles.pickProblem)}>
      <Text className={cx(styles.error)} {...alert}>
        {text}
      </Text>
      {canAllow && filePicker.openSettings !== undefined && (
        <Button
          kind="secondary"
          size="s"
          onTap={() => {
            void filePicker.openSettings?.().then((wereSeen) => {
              if (wereSeen) onSettingsSeen()
            })
          }}
        >
          {words.openSettings}
        </Button>
      )}
    </View>
  )
}
