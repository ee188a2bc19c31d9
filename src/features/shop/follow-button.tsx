import type { MerchantId } from '@/domain/ids'
import { Button, errorWords, toast } from '@/ui'
import { setFollowing, useFollows } from './follows'
import { useShopWords } from './words'

export interface FollowButtonProps {
  readonly merchantId: MerchantId
  readonly name: string
  readonly className?: string | undefined
  /** Gone once the person follows: where room is short. */
  readonly isOnlyOffer?: boolean
}

export function FollowButton({ merchantId, name, className, isOnlyOffer = false }: FollowButtonProps) {
  const words = useShopWords()
  const standing = useFollows(({ known }) => known[merchantId])
  if (standing === undefined) return null
  const { isFollowing } = standing
  if (isOnlyOffer && isFollowing) return null
  const change = (): void => {
    void setFollowing(merchantId, !isFollowing).then((problem) => {
      if (problem === null) {
        toast(isFollowing ? words.unfollowed : words.followed)
        return
      }
      const { title, hint } = errorWords(problem)
      toast(`${title}，${hint}`)
    })
  }
  return (
    <Button
      kind={isFollowing ? 'ghost' : 'primary'}
      size="s"
      className={className}
      label={isFollowing ? words.unfollowLabel(name) : words.followLabel(name)}
      onTap={change}
    >
      {isFollowing ? words.following : words.follow}
    </Button>
  )
}
