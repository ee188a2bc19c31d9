/**
 * `accepted`: one message may be sent. `rejected`: not this time. `blocked`: the person, or the host, lets nobody ask;
 * only settings change that. `unsupported`: this host carries no messages. `failed`: it could not be asked.
 */
export type PromptOutcome = 'accepted' | 'rejected' | 'blocked' | 'unsupported' | 'failed'

export interface SubscribePrompt {
  /** The host asks the person whether we may send one message. To be called within a tap, before anything is waited for. */
  ask(template: string): Promise<PromptOutcome>
}
