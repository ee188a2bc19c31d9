import { ScrollView, Text, View } from '@tarojs/components'
import type { MerchantId } from '@/domain/ids'
import type { Product } from '@/domain/product'
import { useProducts } from '@/services/products'
import { knownValue } from '@/services/server-truth'
import { Button, cx, Icon, Picture, Tappable } from '@/ui'
import styles from './cover-picker.module.scss'
import { UploadWords } from './upload-words'
import { useUpload } from './use-upload'
import { useStudioWords } from './words/studio'

export interface CoverPickerProps {
  readonly merchantId: MerchantId
  readonly coverUrl: string | null
  readonly onChange: (coverUrl: string | null) => void
}

const MOST_OFFERED = 20

/** Pictures that the server takes for a cover: uploaded to this shop, or on the web by https. */
export const coversOf = (products: readonly Product[]): readonly Product[] =>
  products
    .filter(({ pictureUrl }) => /^(https:\/\/|\/media\/pic_)/.test(pictureUrl))
    .filter(
      ({ pictureUrl }, index, all) => all.findIndex((other) => other.pictureUrl === pictureUrl) === index,
    )
    .slice(0, MOST_OFFERED)

export function CoverPicker({ merchantId, coverUrl, onChange }: CoverPickerProps) {
  const words = useStudioWords().plan
  const { progress, problem, pick, forgetProblem } = useUpload(merchantId)
  const offered = coversOf(knownValue(useProducts(merchantId).truth) ?? [])

  async function upload(): Promise<void> {
    const [url] = Object.values(await pick(1))
    if (url !== undefined) onChange(url)
  }
  return (
    <View>
      <Text className={cx(styles.label)}>{words.cover}</Text>
      <View className={cx(styles.row)}>
        <View className={cx(styles.cover)}>
          {coverUrl === null ? (
            <Icon name="picture" size="xl" tone="soft" />
          ) : (
            <Picture src={coverUrl} alt={words.cover} shape="fill" />
          )}
        </View>
        <View className={cx(styles.side)}>
          <Text className={cx(styles.hint)}>{coverUrl === null ? words.coverNone : words.coverHint}</Text>
          <View className={cx(styles.actions)}>
            <Button kind="secondary" size="s" busy={progress !== null} onTap={() => void upload()}>
              {progress === null ? words.coverUpload : words.coverUploading}
            </Button>
            {coverUrl !== null && (
              <Button kind="ghost" size="s" onTap={() => onChange(null)}>
                {words.coverClear}
              </Button>
            )}
          </View>
          <UploadWords problem={problem} onSettingsSeen={forgetProblem} />
        </View>
      </View>
      {offered.length > 0 && (
        <>
          <Text className={cx(styles.label)}>{words.coverPick}</Text>
          <ScrollView scrollX className={cx(styles.offers)}>
            <View className={cx(styles.offerRow)}>
              {offered.map(({ id, name, pictureUrl }) => (
                <Tappable
                  key={id}
                  role="option"
                  className={cx(styles.offer, pictureUrl === coverUrl && styles.picked)}
                  label={words.coverLabel(name)}
                  isSelected={pictureUrl === coverUrl}
                  onTap={() => onChange(pictureUrl)}
                >
                  <Picture src={pictureUrl} alt="" shape="fill" />
                </Tappable>
              ))}
            </View>
          </ScrollView>
        </>
      )}
    </View>
  )
}
