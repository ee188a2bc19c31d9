import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './weapp-live-components'

mergeInternalComponents(components)
