import type { ComponentType, PropsWithChildren } from 'react'

export interface ServiceTopic {
  /** What the person was looking at, for whoever answers: the shop's and the room's ids. */
  readonly sessionFrom: string
  readonly title: string
  /** Page and query of it, from the root. */
  readonly path: string
  readonly pictureUrl: string
}

export type ServiceTagProps = PropsWithChildren<{
  readonly className: string
  readonly topic: ServiceTopic
}>

/**
 * The host's own customer service: a tag of the host, which opens a chat when it is tapped. `looks`: whose face the tag
 * has, ours, or one that the host draws. None: people read how the shop is reached.
 */
export type CustomerService =
  | { readonly kind: 'tag'; readonly looks: 'ours' | 'own'; readonly Tag: ComponentType<ServiceTagProps> }
  | { readonly kind: 'none' }
