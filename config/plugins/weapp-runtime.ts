import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './weapp-components'

mergeInternalComponents(components)
