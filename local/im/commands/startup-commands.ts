import * as v from 'valibot'
import { succeed } from '../replies'
import { command, type Command } from './command'

const portraitRequest = v.object({
  UserItem: v.optional(v.pipe(v.array(v.object({ To_Account: v.string() })), v.maxLength(100)), []),
})

const portraits = command(portraitRequest, (state, { UserItem: asked }) =>
  succeed({
    UserProfileItem: asked.map(({ To_Account: userId }) => {
      const { nickname, avatarUrl } = state.people.get(userId)
      return {
        To_Account: userId,
        StandardSequence: 0,
        CustomSequence: 0,
        ResultCode: 0,
        ResultInfo: '',
        ProfileItem: [
          { Tag: 'Tag_Profile_IM_Nick', Value: nickname },
          { Tag: 'Tag_Profile_IM_Image', Value: avatarUrl },
        ],
      }
    }),
  }),
)

const empty =
  (fields: Readonly<Record<string, unknown>>): Command =>
  () =>
    succeed(fields)

/**
 * What the SDK fetches after every login, friends and private chats among it, of which there are none here. The
 * fields that end a list (StartIndex, CompleteFlag, Cookie) must be there: without them the SDK asks for ever.
 */
export const startupCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['profile.portrait_get_all', portraits],
  ['sns.black_list_get', empty({ BlackListItem: [], StartIndex: 0, CurruentSequence: 0 })],
  [
    'sns.friend_get',
    empty({
      UserDataItem: [],
      CompleteFlag: 1,
      NextStartIndex: 0,
      StandardSequence: 0,
      CustomSequence: 0,
      FriendNum: 0,
    }),
  ],
  ['sns.group_get', empty({ ResultItem: [], CurrentSequence: 0 })],
  ['sns.pendency_get', empty({ UnreadPendencyCount: 0, PendencyItem: [], StartTime: 0, CurrentSequence: 0 })],
  [
    'recentcontact.page_get',
    empty({
      SessionItem: [],
      CompleteFlag: 1,
      TimeStamp: 0,
      StartIndex: 0,
      TopTimeStamp: 0,
      TopStartIndex: 0,
    }),
  ],
  ['recentcontact.get_contact_group', empty({ ContactGroupItem: [] })],
  ['recentcontact.search_contact_group', empty({ ContactItem: [] })],
  ['openim.getmsg', empty({ Cookie: '', SyncFlag: 2, MsgList: [], EventArray: [] })],
  ['group_open_http_svc.get_joined_group_list', empty({ TotalCount: 0, GroupIdList: [] })],
  ['million_group_open_http_svc.get_joined_group_list', empty({ TotalCount: 0, GroupIdList: [] })],
])
