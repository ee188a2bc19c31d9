import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './accessibility-components'

mergeInternalComponents(components)
