/** Why somebody reports a message, a person or the show itself. */
export const REPORT_REASONS = [
  'illegal',
  'vulgar',
  'abuse',
  'fraud',
  'counterfeit',
  'exaggeration',
  'off-platform',
  'advertising',
  'minors',
  'infringement',
  'other',
] as const
export type ReportReason = (typeof REPORT_REASONS)[number]
